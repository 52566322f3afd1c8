import type { CommandSpec, CompletionSpec } from '../spec.js';
import { encodeArgument, encodeOption, NOTE, oneLine, plainWord } from './encode.js';

/** completions/_aimi */
export function zshScript({ globals, commands }: CompletionSpec): string {
  return `#compdef aimi
# aimi completion for zsh.
# ${NOTE}
#
# subs: name,alias|summary   opts: [+]-s,--long|VALUE|description   args: VALUE[+]
# VALUE: nothing, - any text, @file, @dir, =a,b a closed list, else a kind of "aimi __complete".

_aimi_at() {
  subs=() opts=() args=()
  case $1 in
${commands.map(row).join('\n')}
  esac
}

_aimi_globals() {
  globals=(${list(globals.map(encodeOption))}
  )
}
${ENGINE}`;
}

function row({ path, children, options, arguments: args }: CommandSpec): string {
  const subs = children.map(({ names, summary }) => `${names.map(plainWord).join(',')}|${oneLine(summary)}`);
  const parts = [
    ...(subs.length === 0 ? [] : [`      subs=(${list(subs)}\n      )`]),
    ...(options.length === 0 ? [] : [`      opts=(${list(options.map(encodeOption))}\n      )`]),
    ...(args.length === 0
      ? []
      : [`      args=(${args.map((each) => `'${encodeArgument(each)}'`).join(' ')})`]),
  ];
  const pattern = path === '' ? "'' | help" : `'${path}'`;
  return `    ${pattern})\n${[...parts, '      ;;'].join('\n')}`;
}

function list(rows: readonly string[]): string {
  return rows.map((text) => `\n    ${quote(text)}`).join('');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const ENGINE = String.raw`
# Sets kind to the VALUE of the flag $1 and notes that it has been given.
_aimi_find() {
  local o names
  kind=
  for o in $opts $globals; do
    names=\${o%%\|*}
    names=\${names#+}
    if [[ ,$names, == *,$1,* ]]; then
      kind=\${\${o#*\|}%%\|*}
      [[ $o == +* ]] || given+=(\${(s:,:)names})
      return 0
    fi
  done
  return 1
}

_aimi_flags() {
  local o name
  local -a list
  for o in $opts $globals; do
    for name in \${(s:,:)\${\${o%%\|*}#+}}; do
      (( \${given[(Ie)$name]} )) && continue
      [[ $PREFIX == --* && $name != --* ]] || list+=("$name:\${o##*\|}")
    done
  done
  _describe -t options option list
}

_aimi() {
  setopt localoptions noksharrays noshwordsplit
  local w o at kind rest cmd first
  local -i n=0
  local -a subs opts args globals given taken list seen
  _aimi_globals
  _aimi_at ''
  seen=("\${(@Q)words[2,CURRENT-1]}")
  for w in "\${(@)seen}"; do
    if [[ -n $kind ]]; then
      kind=
    elif [[ -n $rest ]]; then
      n+=1 taken+=("$w")
    elif [[ $w == -- ]]; then
      rest=1
    elif [[ $w == --* ]]; then
      _aimi_find \${w%%=*}
      [[ $w == *=* ]] && kind=
    elif [[ $w == -?* ]]; then
      # -ojson, -qy
      while (( $#w > 1 )) && _aimi_find $w[1,2]; do
        if [[ -n $kind && $#w -gt 2 ]]; then
          kind=
          break
        fi
        w=-\${w[3,-1]}
      done
    else
      for o in $subs; do
        if [[ ,\${o%%\|*}, == *,$w,* ]]; then
          at="$at\${at:+ }\${o%%[,\|]*}"
          _aimi_at "\${at#help }"
          [[ $at == help* ]] && opts=() args=() globals=()
          continue 2
        fi
      done
      n+=1 taken+=("$w")
    fi
  done

  w=\${(Q)PREFIX}
  if [[ -n $kind ]]; then
    taken=()
  elif [[ -z $rest && $w == --*=* ]]; then
    taken=()
    _aimi_find \${w%%=*}
    compset -P 1 '*='
  elif [[ -z $rest && $w == -[^-]?* ]] && _aimi_find $w[1,2] && [[ -n $kind ]]; then
    taken=()
    compset -P '-?'
  elif [[ -z $rest && $w == -* ]]; then
    _aimi_flags
    return
  else
    for o in $args; do
      if (( n == 0 )) || [[ $o == *+ ]]; then
        kind=\${o%+}
        break
      fi
      n+=-1
    done
    if (( $#subs )); then
      for o in $subs; do list+=("\${o%%[,\|]*}:\${o#*\|}"); done
      _describe -t commands command list && return
      # An alias is completed when nothing else fits: "l" is list and not ls.
      list=()
      for o in $subs; do [[ -n $w && \${o%%\|*} == *,* ]] && list+=("\${\${o%%\|*}#*,}:\${o#*\|}"); done
      (( $#list )) && _describe -t commands command list
      return
    fi
    if [[ -z $kind && -z $w ]]; then
      _aimi_flags
      return
    fi
  fi

  case $kind in
    ('' | -) return 1 ;;
    (@file) _files; return ;;
    (@dir) _files -/; return ;;
    ('='*) list=(\${(s:,:)kind#=}); list=("\${(@)list//:/\\:}") ;;
    (*)
      cmd=\${(Q)words[1]}
      (( $+commands[$cmd] )) || [[ $cmd == */* && -x $cmd ]] || cmd=aimi
      list=()
      for o in "\${(@f)$("$cmd" __complete $kind -- "\${(@)seen}" 2>/dev/null)}"; do
        first=\${o%%$'\t'*}
        [[ -z $first ]] || (( \${taken[(Ie)$first]} )) && continue
        first=\${\${first//\\/\\\\}//:/\\:}
        [[ $o == *$'\t'* ]] && first+=":\${o#*$'\t'}"
        list+=("$first")
      done
      ;;
  esac
  (( $#list )) && _describe -t values value list -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}'
}

# Read by autoload it is the body of _aimi; by source it registers itself.
if [[ $funcstack[1] == _aimi ]]; then
  _aimi "$@"
elif (( $+functions[compdef] )); then
  compdef _aimi aimi
fi
`.replaceAll('\\${', '${');
