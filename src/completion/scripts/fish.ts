import type { CommandSpec, CompletionSpec } from '../spec.js';
import { encodeArgument, encodeOption, NOTE, oneLine, plainWord } from './encode.js';

/** completions/aimi.fish */
export function fishScript({ globals, commands }: CompletionSpec): string {
  return `# aimi completion for fish 3.0 and later.
# ${NOTE}
#
# subs: name,alias|summary   opts: [+]-s,--long|VALUE|description   args: VALUE[+]
# VALUE: nothing, - any text, @file, @dir, =a,b a closed list, else a kind of "aimi __complete".

function __aimi_at --no-scope-shadowing
    set subs
    set opts
    set args
    switch "$key"
${commands.map(row).join('\n')}
    end
end

function __aimi_globals --no-scope-shadowing
    set globals${list(globals.map(encodeOption))}
end
${ENGINE}`;
}

function row({ path, children, options, arguments: args }: CommandSpec): string {
  const subs = children.map(({ names, summary }) => `${names.map(plainWord).join(',')}|${oneLine(summary)}`);
  const parts = [
    ...(subs.length === 0 ? [] : [`            set subs${list(subs)}`]),
    ...(options.length === 0 ? [] : [`            set opts${list(options.map(encodeOption))}`]),
    ...(args.length === 0
      ? []
      : [`            set args ${args.map((each) => quote(encodeArgument(each))).join(' ')}`]),
  ];
  return [`        case ${path === '' ? "'' help" : `'${path}'`}`, ...parts].join('\n');
}

function list(rows: readonly string[]): string {
  return rows.map((text) => ` \\\n    ${quote(text)}`).join('');
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const ENGINE = String.raw`
# Sets kind to the VALUE of the flag $flag and notes that it has been given.
function __aimi_find --no-scope-shadowing
    set kind ''
    for __aimi_o in $opts $globals
        set -l __aimi_part (string split -m 2 '|' -- $__aimi_o)
        set -l __aimi_names (string split ',' -- (string replace -r '^\+' '' -- $__aimi_part[1]))
        if contains -- $flag $__aimi_names
            set kind $__aimi_part[2]
            string match -q '+*' -- $__aimi_o
            or set -a given $__aimi_names
            return 0
        end
    end
    return 1
end

function __aimi_flags --no-scope-shadowing
    for __aimi_o in $opts $globals
        set -l __aimi_part (string split -m 2 '|' -- $__aimi_o)
        for __aimi_name in (string split ',' -- (string replace -r '^\+' '' -- $__aimi_part[1]))
            if string match -q -- '--*' $cur; and not string match -q -- '--*' $__aimi_name
                continue
            end
            contains -- $__aimi_name $given
            or printf '%s\t%s\n' $__aimi_name $__aimi_part[3]
        end
    end
end

function __aimi_complete
    set -l seen (commandline -opc)
    while set -q seen[1]; and string match -q '*=*' -- $seen[1]
        set -e seen[1]
    end
    set -l cmd aimi
    if set -q seen[1]
        type -q $seen[1]; and set cmd $seen[1]
        set -e seen[1]
    end
    set -l cur (commandline -ct)
    set -l plain (string unescape -- $cur 2>/dev/null)
    and set cur $plain
    set -l key ''
    set -l kind ''
    set -l flag ''
    set -l rest ''
    set -l prefix ''
    set -l given
    set -l taken
    set -l subs
    set -l opts
    set -l args
    set -l globals
    set -l at ''
    set -l n 0
    __aimi_globals
    __aimi_at
    for w in $seen
        if test -n "$kind"
            set kind ''
            continue
        else if test -n "$rest"
            set -a taken $w
            continue
        else if test "$w" = --
            set rest 1
            continue
        else if string match -q -- '--*' $w
            set flag (string split -m 1 '=' -- $w)[1]
            __aimi_find
            string match -q -- '*=*' $w
            and set kind ''
            continue
        else if string match -q -- '-?*' $w
            # -ojson, -qy
            while test (string length -- $w) -gt 1
                set flag (string sub -l 2 -- $w)
                __aimi_find
                or break
                if test -n "$kind"; and test (string length -- $w) -gt 2
                    set kind ''
                    break
                end
                set w -(string sub -s 3 -- $w)
            end
            continue
        end
        set -l found ''
        for o in $subs
            set -l names (string split ',' -- (string split -m 1 '|' -- $o)[1])
            if contains -- $w $names
                set found $names[1]
                break
            end
        end
        if test -z "$found"
            set -a taken $w
            continue
        end
        set at (string trim -- "$at $found")
        set key (string replace -r '^help ' '' -- $at)
        __aimi_at
        if string match -q 'help*' -- $at
            set opts
            set args
            set globals
        end
    end
    set n (count $taken)

    set -l value $cur
    if test -n "$kind"
        set taken
    else if test -z "$rest"; and string match -q -- '--*=*' $cur
        set taken
        set flag (string split -m 1 '=' -- $cur)[1]
        set prefix $flag=
        set value (string split -m 1 '=' -- $cur)[2]
        __aimi_find
    else if test -z "$rest"; and string match -qr -- '^-[^-].' $cur
        set taken
        set flag (string sub -l 2 -- $cur)
        set prefix $flag
        set value (string sub -s 3 -- $cur)
        __aimi_find
    else if test -z "$rest"; and string match -q -- '-*' $cur
        __aimi_flags
        return
    else
        for o in $args
            if test $n -eq 0; or string match -q '*+' -- $o
                set kind (string replace -r '\+$' '' -- $o)
                break
            end
            set n (math $n - 1)
        end
        for o in $subs
            set -l part (string split -m 1 '|' -- $o)
            set -l names (string split ',' -- $part[1])
            # An alias is completed when it is written out: "l" is list and not ls.
            contains -- "$cur" $names
            and printf '%s\t%s\n' $cur $part[2]
            test "$names[1]" = "$cur"
            or printf '%s\t%s\n' $names[1] $part[2]
        end
        if test -z "$kind$subs$cur"
            __aimi_flags
            return
        end
    end

    switch "$kind"
        case '' -
        case @file
            printf "$prefix%s\n" (__fish_complete_path "$value" | string replace -r '\t.*' '')
        case @dir
            printf "$prefix%s\n" (__fish_complete_directories "$value" | string replace -r '\t.*' '')
        case '=*'
            printf "$prefix%s\n" (string split ',' -- (string sub -s 2 -- $kind))
        case '*'
            for o in ($cmd __complete $kind -- $seen 2>/dev/null)
                contains -- (string split -m 1 \t -- $o)[1] $taken
                or printf '%s%s\n' $prefix $o
            end
    end
end

complete -c aimi -f -a '(__aimi_complete)'
`.replaceAll('\\${', '${');
