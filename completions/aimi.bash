# aimi completion for bash 3.2 and later; needs nothing else.
# Written by scripts/build-completions.mjs from the command tree: change that, not this.
#
# subs: name,alias ...   opts: [+]-s,--long:VALUE ...   args: VALUE[+] ...
# VALUE: nothing, - any text, @file, @dir, =a,b a closed list, else a kind of "aimi __complete".

_aimi_at() {
  subs= opts= args=
  case $1 in
    '' | help) subs='models deploy deployments accounts cost doctor explain snippet login whoami use config sandbox version completion help' opts='-V,--version:' ;;
    'models') subs='list,ls show' ;;
    'models list') opts='--publisher:publisher --capability:=chat,responses,embeddings,rerank,image,video,audio,realtime,document,completion --sku:sku --search:- --as-of:- --include-retiring: --bundled:' ;;
    'models show') opts='--version,--model-version:version --bundled:' args='model' ;;
    'deploy') opts='-n,--name:- --version,--model-version:version --sku:sku --capacity:- --rai-policy:- --version-upgrade:=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade --organization:- --country:- --industry:- -y,--yes: --dry-run: --no-wait: --timeout:-' args='model' ;;
    'deployments') subs='list,ls show create update delete,rm wait' ;;
    'deployments list')  ;;
    'deployments show') args='deployment' ;;
    'deployments create') opts='-n,--name:- --version,--model-version:version --sku:sku --capacity:- --rai-policy:- --version-upgrade:=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade --organization:- --country:- --industry:- -y,--yes: --dry-run: --no-wait: --timeout:-' args='model' ;;
    'deployments update') opts='--capacity:- --version,--model-version:version --rai-policy:- --version-upgrade:=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade -y,--yes: --dry-run: --no-wait: --timeout:-' args='deployment' ;;
    'deployments delete') opts='-y,--yes: --dry-run: --no-wait: --timeout:-' args='deployment+' ;;
    'deployments wait') opts='--for:=ready,deleted --timeout:-' args='deployment' ;;
    'accounts') subs='list,ls show' ;;
    'accounts list') opts='--all:' ;;
    'accounts show')  ;;
    'cost') subs='estimate compare actual budget prices' ;;
    'cost estimate') opts='--input-tokens:- --output-tokens:- --cached-tokens:- --cache-write-tokens:- --reasoning-tokens:- --audio-input-tokens:- --audio-output-tokens:- --image-input-tokens:- --image-output-tokens:- --searches:- --pages:- --requests:- --per:=hour,day --days:- --model:model --model-version:version --deployment:deployment --sku:sku --region:region --mode:=standard,batch,priority,flex +--usage:@file --by:=model,deployment,day +--map:- --deployments-from:@file --emit:=sql,kql --table:- --strict: --currency:=USD --discount:- --as-of:- --max-price-age:- --max:- --baseline:@file --max-increase:-' ;;
    'cost compare') opts='--input-tokens:- --output-tokens:- --cached-tokens:- --cache-write-tokens:- --reasoning-tokens:- --audio-input-tokens:- --audio-output-tokens:- --image-input-tokens:- --image-output-tokens:- --searches:- --pages:- --requests:- --per:=hour,day --days:- --capability:=chat,responses,embeddings,rerank,image,video,audio,realtime,document,completion --publisher:publisher +--sku:sku +--region:region --mode:=standard,batch,priority,flex --currency:=USD --discount:- --as-of:- --max-price-age:-' args='model+' ;;
    'cost actual') opts='--days:- --from:- --to:- --by:=day --tag:-' ;;
    'cost budget') subs='list,ls create delete,rm' ;;
    'cost budget list')  ;;
    'cost budget create') opts='--amount:- --grain:=monthly,quarterly,annually +--alert:- +--email:- --start:- -y,--yes: --dry-run:' args='-' ;;
    'cost budget delete') opts='-y,--yes: --dry-run:' args='-' ;;
    'cost prices') subs='update list,ls status' ;;
    'cost prices update') opts='--source:- --currency:=USD' ;;
    'cost prices list') opts='--model:model --publisher:publisher --sku:sku --region:region --mode:=standard,batch,priority,flex --kind:=input,cachedInput,cacheWrite,output,searchUnit,page --as-of:- --currency:=USD --max-price-age:- --bundled:' ;;
    'cost prices status') opts='--currency:=USD --max-price-age:-' ;;
    'doctor') opts='--error:- --endpoint:- --deployment:deployment --api-version:=2022-12-01,2023-05-15,2024-02-01,2024-06-01,2024-10-21,2024-02-15-preview,2024-03-01-preview,2024-04-01-preview,2024-05-01-preview,2024-07-01-preview,2024-08-01-preview,2024-09-01-preview,2024-10-01-preview,2024-12-01-preview,2025-01-01-preview,2025-02-01-preview,2025-03-01-preview,2025-04-01-preview,2023-03-15-preview,2023-06-01-preview,2023-07-01-preview,2023-08-01-preview,2023-09-01-preview,2023-10-01-preview,2023-12-01-preview,2025-04-01,preview,v1,2025-05-01,2025-05-15-preview,2025-11-15-preview +--sdk:- +--header:- --headers-file:@file --har:@file --curl:- --from:@file --save:@file --ask: --offline: --strict:' args='@dir' ;;
    'explain') args='term+' ;;
    'snippet') opts='--sdk:=python-openai,js-openai,python-inference,js-inference,python-anthropic,js-anthropic,dotnet,java,go,curl --auth-with:=key,entra --endpoint:- --task:=chat,responses,embeddings' args='deployment' ;;
    'login') opts='--use-device-code:' ;;
    'whoami')  ;;
    'use') opts='--clear:' args='account' ;;
    'config') subs='list,ls get path set unset' ;;
    'config list') opts='--show-origin:' ;;
    'config get') args='-' ;;
    'config path')  ;;
    'config set') args='- -' ;;
    'config unset') args='-' ;;
    'sandbox') subs='start status reset scenario' ;;
    'sandbox start') opts='--port:- --https-port:-' ;;
    'sandbox status')  ;;
    'sandbox reset')  ;;
    'sandbox scenario') subs='list,ls set clear' ;;
    'sandbox scenario list')  ;;
    'sandbox scenario set') opts='--times:- --seconds:-' args='scenario' ;;
    'sandbox scenario clear') args='scenario' ;;
    'version')  ;;
    'completion') opts='--install: --uninstall:' args='=bash,zsh,fish,powershell' ;;
  esac
}

# Sets kind to the VALUE of the flag $1 and notes that it has been given.
_aimi_find() {
  local o names
  kind=
  for o in $opts $globals; do
    names=${o%%:*}
    names=${names#+}
    if [[ ,$names, == *",$1,"* ]]; then
      kind=${o#*:}
      [[ $o == +* ]] || given+="${names//,/ } "
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
  [[ ${#COMPREPLY[@]} -gt 0 || -z $value ]] && return
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
    o=${o%%:*}
    for name in ${o//,/ }; do
      name=${name#+}
      [[ $given == *" $name "* || ($cur == --* && $name != --*) ]] || all+=("$name")
    done
  done
  _aimi_keep "${all[@]}"
}

_aimi() {
  local IFS=$' \t\n'
  local line=${COMP_LINE:0:COMP_POINT} c q= w= has= cut=0 i
  local -a words found
  words=() found=() COMPREPLY=()
  # readline takes words apart at = and : and keeps quotes; here they are whole and without. cut: how much of
  # the last word lies before the place where readline inserts.
  for ((i = 0; i < ${#line}; i++)); do
    c=${line:i:1}
    if [[ $q == "'" && $c != "'" ]]; then
      w+=$c
    elif [[ $c == '\' ]]; then
      i=$((i + 1))
      w+=${line:i:1}
    elif [[ -n $q ]]; then
      if [[ $c == "$q" ]]; then q=; else w+=$c; fi
    elif [[ $c == "'" || $c == '"' ]]; then
      q=$c has=1 cut=${#w}
    elif [[ $c == [[:space:]] ]]; then
      [[ -n $has$w ]] && words+=("$w")
      w= has= cut=0
    else
      w+=$c
      [[ $COMP_WORDBREAKS == *"$c"* ]] && cut=${#w}
    fi
  done

  local cur=$w open=$q at= subs opts args kind= rest= given=' ' taken=' ' n=0 o prefix= value
  local globals='-s,--subscription:subscription -g,--resource-group:group -a,--account:account -l,--location:region --profile:profile --tenant:- --cloud:=public,usgov,china --auth:=auto,env,workload-identity,managed-identity,cli,azd,powershell,browser,device-code --sandbox: -o,--output:=table,json,jsonl,yaml,tsv,csv,none,sarif,github,markdown,junit --query:- --no-input: --color:=auto,always,never -q,--quiet: --verbose: --debug: -h,--help:'
  _aimi_at ''
  for ((i = 1; i < ${#words[@]}; i++)); do
    w=${words[i]}
    if [[ -n $kind ]]; then
      kind=
    elif [[ -n $rest ]]; then
      n=$((n + 1)) taken+="$w "
    elif [[ $w == -- ]]; then
      rest=1
    elif [[ $w == --* ]]; then
      _aimi_find "${w%%=*}"
      [[ $w == *=* ]] && kind=
    elif [[ $w == -?* ]]; then
      # -ojson, -qy
      while [[ ${#w} -gt 1 ]] && _aimi_find "${w:0:2}"; do
        if [[ -n $kind && ${#w} -gt 2 ]]; then
          kind=
          break
        fi
        w=-${w:2}
      done
    else
      for o in $subs; do
        if [[ ,$o, == *",$w,"* ]]; then
          at="$at${at:+ }${o%%,*}"
          _aimi_at "${at#help }"
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
    _aimi_find "${cur%%=*}"
    prefix=${cur%%=*}= value=${cur#*=} taken=
  elif [[ -z $rest && $cur == -[!-]?* ]] && _aimi_find "${cur:0:2}" && [[ -n $kind ]]; then
    prefix=${cur:0:2} value=${cur:2} taken=
  elif [[ -z $rest && $cur == -* ]]; then
    taken=
    _aimi_flags
  else
    for o in $args; do
      if [[ $n -eq 0 || $o == *+ ]]; then
        kind=${o%+}
        break
      fi
      n=$((n - 1))
    done
    for o in $subs; do found+=("${o%%,*}"); done
    _aimi_keep "${found[@]}"
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
      # An alias is completed when nothing else fits: "l" is list and not ls.
      found=()
      for o in $subs; do [[ -n $value && $o == *,* ]] && found+=("${o#*,}"); done
      _aimi_keep "${found[@]}"
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
        kind=${kind#@}
        while IFS= read -r c; do
          o=$prefix$c
          [[ -n $c ]] && COMPREPLY+=("${o:cut}")
        done <<<"$(compgen -A "${kind/dir/directory}" -- "$value")"
      fi
      return 0
      ;;
    =*)
      kind=${kind#=}
      for o in ${kind//,/ }; do found+=("$o"); done
      ;;
    *)
      c=${words[0]}
      type -P "$c" >/dev/null 2>&1 || c=aimi
      while IFS=$'\t' read -r o _; do
        [[ -n $o ]] && found+=("$o")
      done <<<"$("$c" __complete "$kind" -- "${words[@]:1}" 2>/dev/null)"
      ;;
  esac
  [[ ${#found[@]} -gt 0 ]] && _aimi_keep "${found[@]}"

  for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
    c=${COMPREPLY[i]:cut}
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
