# aimi completion for fish 3.0 and later.
# Written by scripts/build-completions.mjs from the command tree: change that, not this.
#
# subs: name,alias|summary   opts: [+]-s,--long|VALUE|description   args: VALUE[+]
# VALUE: nothing, - any text, @file, @dir, =a,b a closed list, else a kind of "aimi __complete".

function __aimi_at --no-scope-shadowing
    set subs
    set opts
    set args
    switch "$key"
        case '' help
            set subs \
    'models|list and show pay-as-you-go models' \
    'deploy|deploy a model' \
    'deployments|list, show, change and delete deployments' \
    'accounts|list and show accounts (Azure AI Services resources)' \
    'cost|what tokens cost: estimates, prices, a gate for CI' \
    'doctor|find the cause of a failing call' \
    'explain|explain an error code, a status or a message' \
    'snippet|print code that calls a deployment' \
    'login|sign in to Azure' \
    'whoami|who is signed in, how, and its rights' \
    'use|choose subscription and account once' \
    'config|show and change settings and profiles' \
    'sandbox|the embedded stand-in for Azure: serve, inspect, switch faults on' \
    'version|versions and surroundings, for bug reports' \
    'completion|completion for bash, zsh, fish and PowerShell' \
    'help|print help for a command'
            set opts \
    '-V,--version||print the version'
        case 'models'
            set subs \
    'list,ls|list pay-as-you-go models' \
    'show|show a model: capacity, regions, terms, retirement'
        case 'models list'
            set opts \
    '--publisher|publisher|only this publisher, such as OpenAI or "Mistral AI"' \
    '--capability|=chat,responses,embeddings,rerank,image,video,audio,realtime,document,completion|a task (chat, embeddings, rerank, image, audio, ...) or a capability key' \
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard' \
    '--search|-|words that must all occur in name, publisher or version' \
    '--as-of|-|what can be deployed on that day (YYYY-MM-DD)' \
    '--include-retiring||also what only existing customers can still deploy' \
    '--bundled||read the catalog that comes with aimi, also with --location'
        case 'models show'
            set opts \
    '--version,--model-version|version|version; the one to deploy when left out' \
    '--bundled||read the catalog that comes with aimi, also with --location'
            set args 'model'
        case 'deploy'
            set opts \
    '-n,--name|-|deployment name; the model\'s name when left out' \
    '--version,--model-version|version|version of the model' \
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard' \
    '--capacity|-|capacity units (aimi models show says what one is)' \
    '--rai-policy|-|content filter policy of the account' \
    '--version-upgrade|=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade|when the service may move on to a newer version' \
    '--organization|-|Anthropic models: who deploys' \
    '--country|-|Anthropic models: two-letter country code' \
    '--industry|-|Anthropic models: technology, finance, healthcare, ...' \
    '-y,--yes||do not ask' \
    '--dry-run||show the plan and send nothing' \
    '--no-wait||return when Azure has accepted (exit code 8)' \
    '--timeout|-|longest wait, such as 90s or 45m'
            set args 'model'
        case 'deployments'
            set subs \
    'list,ls|list deployments' \
    'show|show a deployment and a call to try' \
    'create|deploy a model' \
    'update|change a deployment in place' \
    'delete,rm|delete deployments' \
    'wait|wait until a deployment is ready or gone'
        case 'deployments list'
        case 'deployments show'
            set args 'deployment'
        case 'deployments create'
            set opts \
    '-n,--name|-|deployment name; the model\'s name when left out' \
    '--version,--model-version|version|version of the model' \
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard' \
    '--capacity|-|capacity units (aimi models show says what one is)' \
    '--rai-policy|-|content filter policy of the account' \
    '--version-upgrade|=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade|when the service may move on to a newer version' \
    '--organization|-|Anthropic models: who deploys' \
    '--country|-|Anthropic models: two-letter country code' \
    '--industry|-|Anthropic models: technology, finance, healthcare, ...' \
    '-y,--yes||do not ask' \
    '--dry-run||show the plan and send nothing' \
    '--no-wait||return when Azure has accepted (exit code 8)' \
    '--timeout|-|longest wait, such as 90s or 45m'
            set args 'model'
        case 'deployments update'
            set opts \
    '--capacity|-|capacity units' \
    '--version,--model-version|version|version of the same model' \
    '--rai-policy|-|content filter policy of the account' \
    '--version-upgrade|=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade|when the service may move on to a newer version' \
    '-y,--yes||do not ask' \
    '--dry-run||show the change and send nothing' \
    '--no-wait||return when Azure has accepted (exit code 8)' \
    '--timeout|-|longest wait, such as 90s or 45m'
            set args 'deployment'
        case 'deployments delete'
            set opts \
    '-y,--yes||do not ask for the name' \
    '--dry-run||show what would go and send nothing' \
    '--no-wait||return when Azure has accepted (exit code 8)' \
    '--timeout|-|longest wait for each, such as 90s or 45m'
            set args 'deployment+'
        case 'deployments wait'
            set opts \
    '--for|=ready,deleted|what to wait for' \
    '--timeout|-|longest wait, such as 90s or 45m'
            set args 'deployment'
        case 'accounts'
            set subs \
    'list,ls|list accounts that can hold deployments' \
    'show|show an account with its endpoints'
        case 'accounts list'
            set opts \
    '--all||also kinds that cannot hold model deployments'
        case 'accounts show'
        case 'cost'
            set subs \
    'estimate|what a workload or usage files cost' \
    'compare|the same workload across models, SKUs and regions' \
    'actual|what Azure billed, beside the list price' \
    'budget|budgets that send mail: list, create, delete' \
    'prices|published prices: update, list, status'
        case 'cost estimate'
            set opts \
    '--input-tokens|-|input of one request, such as 1_500, 250k or 1.5M' \
    '--output-tokens|-|output of one request, reasoning included' \
    '--cached-tokens|-|part of the input that was read from the cache' \
    '--cache-write-tokens|-|part of the input that was written to the cache' \
    '--reasoning-tokens|-|part of the output; changes no amount' \
    '--audio-input-tokens|-|part of the input that is audio' \
    '--audio-output-tokens|-|part of the output that is audio' \
    '--image-input-tokens|-|part of the input that is images' \
    '--image-output-tokens|-|part of the output that is images' \
    '--searches|-|searches of one request, for rerank models' \
    '--pages|-|pages of one request, for document models' \
    '--requests|-|how many such requests (default: 1)' \
    '--per|=hour,day|the requests are those of one hour or day' \
    '--days|-|for how many days (default with --per: 30)' \
    '--model|model|model; with --usage: of lines that name none' \
    '--model-version|version|version, where prices differ by it' \
    '--deployment|deployment|look up model, SKU and region of this deployment of the account' \
    '--sku|sku|GlobalStandard (default), DataZoneStandard or Standard' \
    '--region|region|region of the deployment (default: --location)' \
    '--mode|=standard,batch,priority,flex|how requests are sent (default: standard)' \
    '+--usage|@file|usage file instead of counts, - for standard input; repeatable, globs' \
    '--by|=model,deployment,day|sums by model, deployment, day or a mapped column' \
    '+--map|-|where a usage file has a field; repeatable' \
    '--deployments-from|@file|deployments list -o json, or account to ask Azure' \
    '--emit|=sql,kql|write a query with the prices in it instead: sql (DuckDB, Spark SQL) or kql (Log Analytics, Data Explorer)' \
    '--table|-|with --emit: the table of requests (usage)' \
    '--strict||the first bad line of a usage file is an error' \
    '--currency|=USD|USD, or one that was pulled' \
    '--discount|-|off the list price, such as 12%' \
    '--as-of|-|prices of that day (YYYY-MM-DD)' \
    '--max-price-age|-|fail when the prices are older, such as 30d' \
    '--max|-|exit 5 when the total is above it' \
    '--baseline|@file|an earlier -o json to compare with' \
    '--max-increase|-|exit 5 when the total is further above the baseline'
        case 'cost compare'
            set opts \
    '--input-tokens|-|input of one request, such as 1_500, 250k or 1.5M' \
    '--output-tokens|-|output of one request, reasoning included' \
    '--cached-tokens|-|part of the input that was read from the cache' \
    '--cache-write-tokens|-|part of the input that was written to the cache' \
    '--reasoning-tokens|-|part of the output; changes no amount' \
    '--audio-input-tokens|-|part of the input that is audio' \
    '--audio-output-tokens|-|part of the output that is audio' \
    '--image-input-tokens|-|part of the input that is images' \
    '--image-output-tokens|-|part of the output that is images' \
    '--searches|-|searches of one request, for rerank models' \
    '--pages|-|pages of one request, for document models' \
    '--requests|-|how many such requests (default: 1)' \
    '--per|=hour,day|the requests are those of one hour or day' \
    '--days|-|for how many days (default with --per: 30)' \
    '--capability|=chat,responses,embeddings,rerank,image,video,audio,realtime,document,completion|models of the catalog that can do this: chat, embeddings, rerank, ...' \
    '--publisher|publisher|models of the catalog whose publisher begins so' \
    '+--sku|sku|only these SKUs, with commas or repeated (default: all that have a price)' \
    '+--region|region|only these regions, with commas or repeated (default: all)' \
    '--mode|=standard,batch,priority,flex|how requests are sent (default: standard)' \
    '--currency|=USD|USD, or one that was pulled' \
    '--discount|-|off the list price, such as 12%' \
    '--as-of|-|prices of that day (YYYY-MM-DD)' \
    '--max-price-age|-|fail when the prices are older, such as 30d'
            set args 'model+'
        case 'cost actual'
            set opts \
    '--days|-|days up to today (30)' \
    '--from|-|first day (YYYY-MM-DD, UTC)' \
    '--to|-|last day' \
    '--by|=day|a line for each' \
    '--tag|-|tag of the resources to tell lines apart by (deployment)'
        case 'cost budget'
            set subs \
    'list,ls|list budgets' \
    'create|create a budget, or change the one of that name' \
    'delete,rm|delete a budget'
        case 'cost budget list'
        case 'cost budget create'
            set opts \
    '--amount|-|amount in the billing currency, such as 100 or 99.50' \
    '--grain|=monthly,quarterly,annually|what the amount is for' \
    '+--alert|-|per cent of the amount that send mail (80,100); forecast:110 looks ahead' \
    '+--email|-|who gets the mail; several with commas or repeated' \
    '--start|-|first of a month (this month)' \
    '-y,--yes||do not ask' \
    '--dry-run||show the plan and change nothing'
            set args '-'
        case 'cost budget delete'
            set opts \
    '-y,--yes||do not ask for the name' \
    '--dry-run||show what would go and change nothing'
            set args '-'
        case 'cost prices'
            set subs \
    'update|pull the published prices' \
    'list,ls|list published prices' \
    'status|which prices are used, and how old they are'
        case 'cost prices update'
            set opts \
    '--source|-|a mirror of the API: https, or http on loopback' \
    '--currency|=USD|ISO code; only USD is what Azure charges in'
        case 'cost prices list'
            set opts \
    '--model|model|words that must all occur in the name' \
    '--publisher|publisher|how the publisher begins, such as OpenAI or mistral' \
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard' \
    '--region|region|only what holds in that region' \
    '--mode|=standard,batch,priority,flex|how requests are sent' \
    '--kind|=input,cachedInput,cacheWrite,output,searchUnit,page|what is counted' \
    '--as-of|-|only what holds on that day (YYYY-MM-DD)' \
    '--currency|=USD|USD, or one that was pulled' \
    '--max-price-age|-|fail when the prices are older, such as 30d' \
    '--bundled||the prices that come with aimi, also when an update is newer'
        case 'cost prices status'
            set opts \
    '--currency|=USD|USD, or one that was pulled' \
    '--max-price-age|-|fail when the prices are older, such as 30d'
        case 'doctor'
            set opts \
    '--error|-|error message, traceback or log; - reads it from standard input' \
    '--endpoint|-|base URL that the call uses' \
    '--deployment|deployment|deployment or model name that the call uses' \
    '--api-version|=2022-12-01,2023-05-15,2024-02-01,2024-06-01,2024-10-21,2024-02-15-preview,2024-03-01-preview,2024-04-01-preview,2024-05-01-preview,2024-07-01-preview,2024-08-01-preview,2024-09-01-preview,2024-10-01-preview,2024-12-01-preview,2025-01-01-preview,2025-02-01-preview,2025-03-01-preview,2025-04-01-preview,2023-03-15-preview,2023-06-01-preview,2023-07-01-preview,2023-08-01-preview,2023-09-01-preview,2023-10-01-preview,2023-12-01-preview,2025-04-01,preview,v1,2025-05-01,2025-05-15-preview,2025-11-15-preview|api-version that the call uses' \
    '+--sdk|-|SDK and version; repeatable' \
    '+--header|-|request header that the call adds; repeatable' \
    '--headers-file|@file|request headers: lines, a raw HTTP request, or JSON' \
    '--har|@file|HAR file with the failing call' \
    '--curl|-|curl command line of the failing call' \
    '--from|@file|saved report, or one report a line; - for standard input' \
    '--save|@file|write what was found, without secrets, for --from' \
    '--ask||on a terminal, ask for what is not known: error, endpoint, deployment, SDK' \
    '--offline||never use the network' \
    '--strict||exit 5 on warnings too'
            set args '@dir'
        case 'explain'
            set args 'term+'
        case 'snippet'
            set opts \
    '--sdk|=python-openai,js-openai,python-inference,js-inference,python-anthropic,js-anthropic,dotnet,java,go,curl|language and SDK' \
    '--auth-with|=key,entra|key or entra; a key where the account allows keys' \
    '--endpoint|-|endpoint of the resource, in any form; then nothing is read from Azure' \
    '--task|=chat,responses,embeddings|what to call; by the model when left out'
            set args 'deployment'
        case 'login'
            set opts \
    '--use-device-code||type a code on another device instead of opening a browser'
        case 'whoami'
        case 'use'
            set opts \
    '--clear||forget what was chosen'
            set args 'account'
        case 'config'
            set subs \
    'list,ls|list all settings and profiles' \
    'get|print one setting' \
    'path|print the path of the user file' \
    'set|write a setting into the user file' \
    'unset|take a setting out of the user file'
        case 'config list'
            set opts \
    '--show-origin||also where each value comes from'
        case 'config get'
            set args '-'
        case 'config path'
        case 'config set'
            set args '-' '-'
        case 'config unset'
            set args '-'
        case 'sandbox'
            set subs \
    'start|serve the sandbox on loopback for other clients' \
    'status|show what the sandbox holds' \
    'reset|start over' \
    'scenario|switch faults and refusals on and off'
        case 'sandbox start'
            set opts \
    '--port|-|http port; 0 takes a free one' \
    '--https-port|-|https port; 0 takes a free one'
        case 'sandbox status'
        case 'sandbox reset'
        case 'sandbox scenario'
            set subs \
    'list,ls|list scenarios and which are on' \
    'set|switch a scenario on' \
    'clear|switch one scenario off, or all'
        case 'sandbox scenario list'
        case 'sandbox scenario set'
            set opts \
    '--times|-|how many requests it hits; 0 for ever' \
    '--seconds|-|how long it takes, where it takes time'
            set args 'scenario'
        case 'sandbox scenario clear'
            set args 'scenario'
        case 'version'
        case 'completion'
            set opts \
    '--install||put it where the shell looks, and say what was written' \
    '--uninstall||take away what --install wrote'
            set args '=bash,zsh,fish,powershell'
    end
end

function __aimi_globals --no-scope-shadowing
    set globals \
    '-s,--subscription|subscription|subscription id or name' \
    '-g,--resource-group|group|resource group' \
    '-a,--account|account|account (Azure AI Services resource), by name or resource id' \
    '-l,--location|region|region, such as eastus2' \
    '--profile|profile|profile of your configuration to use' \
    '--tenant|-|Microsoft Entra tenant to sign in to' \
    '--cloud|=public,usgov,china|Azure cloud' \
    '--auth|=auto,env,workload-identity,managed-identity,cli,azd,powershell,browser,device-code|how to sign in' \
    '--sandbox||work on the embedded sandbox instead of Azure' \
    '-o,--output|=table,json,jsonl,yaml,tsv,csv,none,sarif,github,markdown,junit|output format; the last four not of every command' \
    '--query|-|JMESPath over the result, as az has it' \
    '--no-input||never ask' \
    '--color|=auto,always,never|colour' \
    '-q,--quiet||only the result and what must not be missed' \
    '--verbose||say what is done and why' \
    '--debug||trace HTTP on stderr, secrets removed' \
    '-h,--help||print help'
end

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
