import type { CommandSpec, CompletionSpec, OptionSpec } from '../spec.js';
import { encodeArgument, encodeNames, encodeValue, NOTE, plainWord } from './encode.js';

/** completions/aimi.bash */
export function bashScript({ globals, commands }: CompletionSpec): string {
  return `# aimi completion for bash 3.2 and later; needs nothing else.
# ${NOTE}
#
# subs: name,alias ...   opts: [+]-s,--long:VALUE ...   args: VALUE[+] ...
# VALUE: nothing, - any text, @file, @dir, =a,b a closed list, else a kind of "aimi __complete".

_aimi_at() {
  subs= opts= args=
  case $1 in
${commands.map(row).join('\n')}
  esac
}
${ENGINE.replace('GLOBALS', globals.map(option).join(' '))}`;
}

function row({ path, children, options, arguments: args }: CommandSpec): string {
  const parts = [
    assign(
      'subs',
      children.map(({ names }) => names.map(plainWord).join(',')),
    ),
    assign('opts', options.map(option)),
    assign('args', args.map(encodeArgument)),
  ].filter((part) => part !== '');
  const pattern = path === '' ? "'' | help" : `'${path}'`;
  return `    ${pattern}) ${parts.join(' ')} ;;`;
}

function assign(name: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `${name}='${words.join(' ')}'`;
}

function option(spec: OptionSpec): string {
  return `${encodeNames(spec)}:${encodeValue(spec.value)}`;
}

const ENGINE = String.raw`
# Sets kind to the VALUE of the flag $1 and notes that it has been given.
_aimi_find() {
  local o names
  kind=
  for o in $opts $globals; do
    names=\${o%%:*}
    names=\${names#+}
    if [[ ,$names, == *",$1,"* ]]; then
      kind=\${o#*:}
      [[ $o == +* ]] || given+="\${names//,/ } "
      return 0
    fi
  done
  return 1
}

# Keeps those of the arguments that begin with $value; when none does, those that do in any letter case.
_aimi_keep() {
  local c had=
  for c; do
    [[ $taken == *" $c "* ]] && continue
    [[ $c == "$value"* ]] && COMPREPLY+=("$prefix$c")
  done
  [[ \${#COMPREPLY[@]} -gt 0 || -z $value ]] && return
  shopt -q nocasematch && had=1
  shopt -s nocasematch
  for c; do
    [[ $c == "$value"* && $taken != *" $c "* ]] && COMPREPLY+=("$prefix$c")
  done
  [[ -n $had ]] || shopt -u nocasematch
}

_aimi_flags() {
  local o name
  local -a all
  all=()
  for o in $opts $globals; do
    o=\${o%%:*}
    for name in \${o//,/ }; do
      name=\${name#+}
      [[ $given == *" $name "* || ($cur == --* && $name != --*) ]] || all+=("$name")
    done
  done
  _aimi_keep "\${all[@]}"
}

_aimi() {
  local IFS=$' \t\n'
  local line=\${COMP_LINE:0:COMP_POINT} c q= w= has= cut=0 i
  local -a words found
  words=() found=() COMPREPLY=()
  # readline takes words apart at = and : and keeps quotes; here they are whole and without. cut: how much of
  # the last word lies before the place where readline inserts.
  for ((i = 0; i < \${#line}; i++)); do
    c=\${line:i:1}
    if [[ $q == "'" && $c != "'" ]]; then
      w+=$c
    elif [[ $c == '\' ]]; then
      i=$((i + 1))
      w+=\${line:i:1}
    elif [[ -n $q ]]; then
      if [[ $c == "$q" ]]; then q=; else w+=$c; fi
    elif [[ $c == "'" || $c == '"' ]]; then
      q=$c has=1 cut=\${#w}
    elif [[ $c == [[:space:]] ]]; then
      [[ -n $has$w ]] && words+=("$w")
      w= has= cut=0
    else
      w+=$c
      [[ $COMP_WORDBREAKS == *"$c"* ]] && cut=\${#w}
    fi
  done

  local cur=$w open=$q at= subs opts args kind= rest= given=' ' taken=' ' n=0 o prefix= value
  local globals='GLOBALS'
  _aimi_at ''
  for ((i = 1; i < \${#words[@]}; i++)); do
    w=\${words[i]}
    if [[ -n $kind ]]; then
      kind=
    elif [[ -n $rest ]]; then
      n=$((n + 1)) taken+="$w "
    elif [[ $w == -- ]]; then
      rest=1
    elif [[ $w == --* ]]; then
      _aimi_find "\${w%%=*}"
      [[ $w == *=* ]] && kind=
    elif [[ $w == -?* ]]; then
      # -ojson, -qy
      while [[ \${#w} -gt 1 ]] && _aimi_find "\${w:0:2}"; do
        if [[ -n $kind && \${#w} -gt 2 ]]; then
          kind=
          break
        fi
        w=-\${w:2}
      done
    else
      for o in $subs; do
        if [[ ,$o, == *",$w,"* ]]; then
          at="$at\${at:+ }\${o%%,*}"
          _aimi_at "\${at#help }"
          [[ $at == help* ]] && opts= args= globals=
          continue 2
        fi
      done
      n=$((n + 1)) taken+="$w "
    fi
  done

  value=$cur
  if [[ -n $kind ]]; then
    taken=
  elif [[ -z $rest && $cur == --*=* ]]; then
    _aimi_find "\${cur%%=*}"
    prefix=\${cur%%=*}= value=\${cur#*=} taken=
  elif [[ -z $rest && $cur == -[!-]?* ]] && _aimi_find "\${cur:0:2}" && [[ -n $kind ]]; then
    prefix=\${cur:0:2} value=\${cur:2} taken=
  elif [[ -z $rest && $cur == -* ]]; then
    taken=
    _aimi_flags
  else
    for o in $args; do
      if [[ $n -eq 0 || $o == *+ ]]; then
        kind=\${o%+}
        break
      fi
      n=$((n - 1))
    done
    for o in $subs; do found+=("\${o%%,*}"); done
    _aimi_keep "\${found[@]}"
    if [[ \${#COMPREPLY[@]} -eq 0 ]]; then
      # An alias is completed when nothing else fits: "l" is list and not ls.
      found=()
      for o in $subs; do [[ -n $value && $o == *,* ]] && found+=("\${o#*,}"); done
      _aimi_keep "\${found[@]}"
    fi
    if [[ -z $kind$subs$value ]]; then
      taken=
      _aimi_flags
    fi
  fi

  found=()
  case $kind in
    '' | -) ;;
    @*)
      if type compopt >/dev/null 2>&1; then
        compopt -o filenames 2>/dev/null
        kind=\${kind#@}
        while IFS= read -r c; do
          o=$prefix$c
          [[ -n $c ]] && COMPREPLY+=("\${o:cut}")
        done <<<"$(compgen -A "\${kind/dir/directory}" -- "$value")"
      fi
      return 0
      ;;
    =*)
      kind=\${kind#=}
      for o in \${kind//,/ }; do found+=("$o"); done
      ;;
    *)
      c=\${words[0]}
      type -P "$c" >/dev/null 2>&1 || c=aimi
      while IFS=$'\t' read -r o _; do
        [[ -n $o ]] && found+=("$o")
      done <<<"$("$c" __complete "$kind" -- "\${words[@]:1}" 2>/dev/null)"
      ;;
  esac
  [[ \${#found[@]} -gt 0 ]] && _aimi_keep "\${found[@]}"

  for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do
    c=\${COMPREPLY[i]:cut}
    [[ -n $open ]] || printf -v c %q "$c"
    COMPREPLY[i]=$c
  done
  return 0
}

# Without compopt (bash 3.2) readline itself completes files, wherever nothing else fits.
if type compopt >/dev/null 2>&1; then
  complete -F _aimi aimi
else
  complete -o default -F _aimi aimi
fi
`.replaceAll('\\${', '${');
