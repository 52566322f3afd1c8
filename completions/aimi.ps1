# aimi completion for PowerShell 5.1 and later.
# Written by scripts/build-completions.mjs from the command tree: change that, not this.
#
# subs: name,alias|summary   opts: [+]-s,--long|VALUE|description   args: VALUE[+]
# VALUE: nothing, - any text, @file, @dir, =a,b a closed list, else a kind of "aimi __complete".

Register-ArgumentCompleter -Native -CommandName 'aimi', 'aimi.cmd', 'aimi.ps1' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $globals = @(
    '-s,--subscription|subscription|subscription id or name'
    '-g,--resource-group|group|resource group'
    '-a,--account|account|account (Azure AI Services resource), by name or resource id'
    '-l,--location|region|region, such as eastus2'
    '--profile|profile|profile of your configuration to use'
    '--tenant|-|Microsoft Entra tenant to sign in to'
    '--cloud|=public,usgov,china|Azure cloud'
    '--auth|=auto,env,workload-identity,managed-identity,cli,azd,powershell,browser,device-code|how to sign in'
    '--sandbox||work on the embedded sandbox instead of Azure'
    '-o,--output|=table,json,jsonl,yaml,tsv,csv,none,sarif,github,markdown,junit|output format; the last four not of every command'
    '--query|-|JMESPath over the result, as az has it'
    '--no-input||never ask'
    '--color|=auto,always,never|colour'
    '-q,--quiet||only the result and what must not be missed'
    '--verbose||say what is done and why'
    '--debug||trace HTTP on stderr, secrets removed'
    '-h,--help||print help'
  )
  $table = @{
    '' = @{
      subs = @(
    'models|list and show pay-as-you-go models'
    'deploy|deploy a model'
    'deployments|list, show, change and delete deployments'
    'accounts|list and show accounts (Azure AI Services resources)'
    'cost|what tokens cost: estimates, prices, a gate for CI'
    'doctor|find the cause of a failing call'
    'explain|explain an error code, a status or a message'
    'snippet|print code that calls a deployment'
    'login|sign in to Azure'
    'whoami|who is signed in, how, and its rights'
    'use|choose subscription and account once'
    'config|show and change settings and profiles'
    'sandbox|the embedded stand-in for Azure: serve, inspect, switch faults on'
    'version|versions and surroundings, for bug reports'
    'completion|completion for bash, zsh, fish and PowerShell'
    'help|print help for a command'
      )
      opts = @(
    '-V,--version||print the version'
      )
    }
    'models' = @{
      subs = @(
    'list,ls|list pay-as-you-go models'
    'show|show a model: capacity, regions, terms, retirement'
      )
    }
    'models list' = @{
      opts = @(
    '--publisher|publisher|only this publisher, such as OpenAI or "Mistral AI"'
    '--capability|=chat,responses,embeddings,rerank,image,video,audio,realtime,document,completion|a task (chat, embeddings, rerank, image, audio, ...) or a capability key'
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard'
    '--search|-|words that must all occur in name, publisher or version'
    '--as-of|-|what can be deployed on that day (YYYY-MM-DD)'
    '--include-retiring||also what only existing customers can still deploy'
    '--bundled||read the catalog that comes with aimi, also with --location'
      )
    }
    'models show' = @{
      opts = @(
    '--version,--model-version|version|version; the one to deploy when left out'
    '--bundled||read the catalog that comes with aimi, also with --location'
      )
      args = @('model')
    }
    'deploy' = @{
      opts = @(
    '-n,--name|-|deployment name; the model''s name when left out'
    '--version,--model-version|version|version of the model'
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard'
    '--capacity|-|capacity units (aimi models show says what one is)'
    '--rai-policy|-|content filter policy of the account'
    '--version-upgrade|=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade|when the service may move on to a newer version'
    '--organization|-|Anthropic models: who deploys'
    '--country|-|Anthropic models: two-letter country code'
    '--industry|-|Anthropic models: technology, finance, healthcare, ...'
    '-y,--yes||do not ask'
    '--dry-run||show the plan and send nothing'
    '--no-wait||return when Azure has accepted (exit code 8)'
    '--timeout|-|longest wait, such as 90s or 45m'
      )
      args = @('model')
    }
    'deployments' = @{
      subs = @(
    'list,ls|list deployments'
    'show|show a deployment and a call to try'
    'create|deploy a model'
    'update|change a deployment in place'
    'delete,rm|delete deployments'
    'wait|wait until a deployment is ready or gone'
      )
    }
    'deployments list' = @{
    }
    'deployments show' = @{
      args = @('deployment')
    }
    'deployments create' = @{
      opts = @(
    '-n,--name|-|deployment name; the model''s name when left out'
    '--version,--model-version|version|version of the model'
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard'
    '--capacity|-|capacity units (aimi models show says what one is)'
    '--rai-policy|-|content filter policy of the account'
    '--version-upgrade|=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade|when the service may move on to a newer version'
    '--organization|-|Anthropic models: who deploys'
    '--country|-|Anthropic models: two-letter country code'
    '--industry|-|Anthropic models: technology, finance, healthcare, ...'
    '-y,--yes||do not ask'
    '--dry-run||show the plan and send nothing'
    '--no-wait||return when Azure has accepted (exit code 8)'
    '--timeout|-|longest wait, such as 90s or 45m'
      )
      args = @('model')
    }
    'deployments update' = @{
      opts = @(
    '--capacity|-|capacity units'
    '--version,--model-version|version|version of the same model'
    '--rai-policy|-|content filter policy of the account'
    '--version-upgrade|=OnceNewDefaultVersionAvailable,OnceCurrentVersionExpired,NoAutoUpgrade|when the service may move on to a newer version'
    '-y,--yes||do not ask'
    '--dry-run||show the change and send nothing'
    '--no-wait||return when Azure has accepted (exit code 8)'
    '--timeout|-|longest wait, such as 90s or 45m'
      )
      args = @('deployment')
    }
    'deployments delete' = @{
      opts = @(
    '-y,--yes||do not ask for the name'
    '--dry-run||show what would go and send nothing'
    '--no-wait||return when Azure has accepted (exit code 8)'
    '--timeout|-|longest wait for each, such as 90s or 45m'
      )
      args = @('deployment+')
    }
    'deployments wait' = @{
      opts = @(
    '--for|=ready,deleted|what to wait for'
    '--timeout|-|longest wait, such as 90s or 45m'
      )
      args = @('deployment')
    }
    'accounts' = @{
      subs = @(
    'list,ls|list accounts that can hold deployments'
    'show|show an account with its endpoints'
      )
    }
    'accounts list' = @{
      opts = @(
    '--all||also kinds that cannot hold model deployments'
      )
    }
    'accounts show' = @{
    }
    'cost' = @{
      subs = @(
    'estimate|what a workload or usage files cost'
    'compare|the same workload across models, SKUs and regions'
    'actual|what Azure billed, beside the list price'
    'budget|budgets that send mail: list, create, delete'
    'prices|published prices: update, list, status'
      )
    }
    'cost estimate' = @{
      opts = @(
    '--input-tokens|-|input of one request, such as 1_500, 250k or 1.5M'
    '--output-tokens|-|output of one request, reasoning included'
    '--cached-tokens|-|part of the input that was read from the cache'
    '--cache-write-tokens|-|part of the input that was written to the cache'
    '--reasoning-tokens|-|part of the output; changes no amount'
    '--audio-input-tokens|-|part of the input that is audio'
    '--audio-output-tokens|-|part of the output that is audio'
    '--image-input-tokens|-|part of the input that is images'
    '--image-output-tokens|-|part of the output that is images'
    '--searches|-|searches of one request, for rerank models'
    '--pages|-|pages of one request, for document models'
    '--requests|-|how many such requests (default: 1)'
    '--per|=hour,day|the requests are those of one hour or day'
    '--days|-|for how many days (default with --per: 30)'
    '--model|model|model; with --usage: of lines that name none'
    '--model-version|version|version, where prices differ by it'
    '--deployment|deployment|look up model, SKU and region of this deployment of the account'
    '--sku|sku|GlobalStandard (default), DataZoneStandard or Standard'
    '--region|region|region of the deployment (default: --location)'
    '--mode|=standard,batch,priority,flex|how requests are sent (default: standard)'
    '+--usage|@file|usage file instead of counts, - for standard input; repeatable, globs'
    '--by|=model,deployment,day|sums by model, deployment, day or a mapped column'
    '+--map|-|where a usage file has a field; repeatable'
    '--deployments-from|@file|deployments list -o json, or account to ask Azure'
    '--emit|=sql,kql|write a query with the prices in it instead: sql (DuckDB, Spark SQL) or kql (Log Analytics, Data Explorer)'
    '--table|-|with --emit: the table of requests (usage)'
    '--strict||the first bad line of a usage file is an error'
    '--currency|=USD|USD, or one that was pulled'
    '--discount|-|off the list price, such as 12%'
    '--as-of|-|prices of that day (YYYY-MM-DD)'
    '--max-price-age|-|fail when the prices are older, such as 30d'
    '--max|-|exit 5 when the total is above it'
    '--baseline|@file|an earlier -o json to compare with'
    '--max-increase|-|exit 5 when the total is further above the baseline'
      )
    }
    'cost compare' = @{
      opts = @(
    '--input-tokens|-|input of one request, such as 1_500, 250k or 1.5M'
    '--output-tokens|-|output of one request, reasoning included'
    '--cached-tokens|-|part of the input that was read from the cache'
    '--cache-write-tokens|-|part of the input that was written to the cache'
    '--reasoning-tokens|-|part of the output; changes no amount'
    '--audio-input-tokens|-|part of the input that is audio'
    '--audio-output-tokens|-|part of the output that is audio'
    '--image-input-tokens|-|part of the input that is images'
    '--image-output-tokens|-|part of the output that is images'
    '--searches|-|searches of one request, for rerank models'
    '--pages|-|pages of one request, for document models'
    '--requests|-|how many such requests (default: 1)'
    '--per|=hour,day|the requests are those of one hour or day'
    '--days|-|for how many days (default with --per: 30)'
    '--capability|=chat,responses,embeddings,rerank,image,video,audio,realtime,document,completion|models of the catalog that can do this: chat, embeddings, rerank, ...'
    '--publisher|publisher|models of the catalog whose publisher begins so'
    '+--sku|sku|only these SKUs, with commas or repeated (default: all that have a price)'
    '+--region|region|only these regions, with commas or repeated (default: all)'
    '--mode|=standard,batch,priority,flex|how requests are sent (default: standard)'
    '--currency|=USD|USD, or one that was pulled'
    '--discount|-|off the list price, such as 12%'
    '--as-of|-|prices of that day (YYYY-MM-DD)'
    '--max-price-age|-|fail when the prices are older, such as 30d'
      )
      args = @('model+')
    }
    'cost actual' = @{
      opts = @(
    '--days|-|days up to today (30)'
    '--from|-|first day (YYYY-MM-DD, UTC)'
    '--to|-|last day'
    '--by|=day|a line for each'
    '--tag|-|tag of the resources to tell lines apart by (deployment)'
      )
    }
    'cost budget' = @{
      subs = @(
    'list,ls|list budgets'
    'create|create a budget, or change the one of that name'
    'delete,rm|delete a budget'
      )
    }
    'cost budget list' = @{
    }
    'cost budget create' = @{
      opts = @(
    '--amount|-|amount in the billing currency, such as 100 or 99.50'
    '--grain|=monthly,quarterly,annually|what the amount is for'
    '+--alert|-|per cent of the amount that send mail (80,100); forecast:110 looks ahead'
    '+--email|-|who gets the mail; several with commas or repeated'
    '--start|-|first of a month (this month)'
    '-y,--yes||do not ask'
    '--dry-run||show the plan and change nothing'
      )
      args = @('-')
    }
    'cost budget delete' = @{
      opts = @(
    '-y,--yes||do not ask for the name'
    '--dry-run||show what would go and change nothing'
      )
      args = @('-')
    }
    'cost prices' = @{
      subs = @(
    'update|pull the published prices'
    'list,ls|list published prices'
    'status|which prices are used, and how old they are'
      )
    }
    'cost prices update' = @{
      opts = @(
    '--source|-|a mirror of the API: https, or http on loopback'
    '--currency|=USD|ISO code; only USD is what Azure charges in'
      )
    }
    'cost prices list' = @{
      opts = @(
    '--model|model|words that must all occur in the name'
    '--publisher|publisher|how the publisher begins, such as OpenAI or mistral'
    '--sku|sku|GlobalStandard, DataZoneStandard or Standard'
    '--region|region|only what holds in that region'
    '--mode|=standard,batch,priority,flex|how requests are sent'
    '--kind|=input,cachedInput,cacheWrite,output,searchUnit,page|what is counted'
    '--as-of|-|only what holds on that day (YYYY-MM-DD)'
    '--currency|=USD|USD, or one that was pulled'
    '--max-price-age|-|fail when the prices are older, such as 30d'
    '--bundled||the prices that come with aimi, also when an update is newer'
      )
    }
    'cost prices status' = @{
      opts = @(
    '--currency|=USD|USD, or one that was pulled'
    '--max-price-age|-|fail when the prices are older, such as 30d'
      )
    }
    'doctor' = @{
      opts = @(
    '--error|-|error message, traceback or log; - reads it from standard input'
    '--endpoint|-|base URL that the call uses'
    '--deployment|deployment|deployment or model name that the call uses'
    '--api-version|=2022-12-01,2023-05-15,2024-02-01,2024-06-01,2024-10-21,2024-02-15-preview,2024-03-01-preview,2024-04-01-preview,2024-05-01-preview,2024-07-01-preview,2024-08-01-preview,2024-09-01-preview,2024-10-01-preview,2024-12-01-preview,2025-01-01-preview,2025-02-01-preview,2025-03-01-preview,2025-04-01-preview,2023-03-15-preview,2023-06-01-preview,2023-07-01-preview,2023-08-01-preview,2023-09-01-preview,2023-10-01-preview,2023-12-01-preview,2025-04-01,preview,v1,2025-05-01,2025-05-15-preview,2025-11-15-preview|api-version that the call uses'
    '+--sdk|-|SDK and version; repeatable'
    '+--header|-|request header that the call adds; repeatable'
    '--headers-file|@file|request headers: lines, a raw HTTP request, or JSON'
    '--har|@file|HAR file with the failing call'
    '--curl|-|curl command line of the failing call'
    '--from|@file|saved report, or one report a line; - for standard input'
    '--save|@file|write what was found, without secrets, for --from'
    '--ask||on a terminal, ask for what is not known: error, endpoint, deployment, SDK'
    '--offline||never use the network'
    '--strict||exit 5 on warnings too'
      )
      args = @('@dir')
    }
    'explain' = @{
      args = @('term+')
    }
    'snippet' = @{
      opts = @(
    '--sdk|=python-openai,js-openai,python-inference,js-inference,python-anthropic,js-anthropic,dotnet,java,go,curl|language and SDK'
    '--auth-with|=key,entra|key or entra; a key where the account allows keys'
    '--endpoint|-|endpoint of the resource, in any form; then nothing is read from Azure'
    '--task|=chat,responses,embeddings|what to call; by the model when left out'
      )
      args = @('deployment')
    }
    'login' = @{
      opts = @(
    '--use-device-code||type a code on another device instead of opening a browser'
      )
    }
    'whoami' = @{
    }
    'use' = @{
      opts = @(
    '--clear||forget what was chosen'
      )
      args = @('account')
    }
    'config' = @{
      subs = @(
    'list,ls|list all settings and profiles'
    'get|print one setting'
    'path|print the path of the user file'
    'set|write a setting into the user file'
    'unset|take a setting out of the user file'
      )
    }
    'config list' = @{
      opts = @(
    '--show-origin||also where each value comes from'
      )
    }
    'config get' = @{
      args = @('-')
    }
    'config path' = @{
    }
    'config set' = @{
      args = @('-', '-')
    }
    'config unset' = @{
      args = @('-')
    }
    'sandbox' = @{
      subs = @(
    'start|serve the sandbox on loopback for other clients'
    'status|show what the sandbox holds'
    'reset|start over'
    'scenario|switch faults and refusals on and off'
      )
    }
    'sandbox start' = @{
      opts = @(
    '--port|-|http port; 0 takes a free one'
    '--https-port|-|https port; 0 takes a free one'
      )
    }
    'sandbox status' = @{
    }
    'sandbox reset' = @{
    }
    'sandbox scenario' = @{
      subs = @(
    'list,ls|list scenarios and which are on'
    'set|switch a scenario on'
    'clear|switch one scenario off, or all'
      )
    }
    'sandbox scenario list' = @{
    }
    'sandbox scenario set' = @{
      opts = @(
    '--times|-|how many requests it hits; 0 for ever'
    '--seconds|-|how long it takes, where it takes time'
      )
      args = @('scenario')
    }
    'sandbox scenario clear' = @{
      args = @('scenario')
    }
    'version' = @{
    }
    'completion' = @{
      opts = @(
    '--install||put it where the shell looks, and say what was written'
    '--uninstall||take away what --install wrote'
      )
      args = @('=bash,zsh,fish,powershell')
    }
  }

  # Set in the hashtable, because a function of PowerShell cannot set a variable of its caller.
  $state = @{ at = ''; kind = ''; node = $table['']; globals = $globals; given = @(); taken = @() }

  function Find-Flag([string] $flag) {
    $state.kind = ''
    foreach ($row in @($state.node.opts) + @($state.globals)) {
      if (-not $row) { continue }
      $part = $row -split '\|', 3
      $names = $part[0].TrimStart('+').Split(',')
      if ($names -ccontains $flag) {
        $state.kind = $part[1]
        if (-not $row.StartsWith('+')) { $state.given += $names }
        return $true
      }
    }
    return $false
  }

  function New-Result([string] $text, [string] $type, [string] $tip) {
    if (-not $tip) { $tip = $text }
    $typed = $text
    if ($text -notmatch '^[\w.:=/+@\\~-]+$') { $typed = "'" + $text.Replace("'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new($typed, $text, $type, $tip)
  }

  function Get-Flags {
    foreach ($row in @($state.node.opts) + @($state.globals)) {
      if (-not $row) { continue }
      $part = $row -split '\|', 3
      foreach ($name in $part[0].TrimStart('+').Split(',')) {
        if ($state.given -ccontains $name) { continue }
        if ($word.StartsWith('--') -and -not $name.StartsWith('--')) { continue }
        if ($name.StartsWith($word, [StringComparison]::Ordinal)) { New-Result $name 'ParameterName' $part[2] }
      }
    }
  }

  $word = "$wordToComplete".Trim("'", '"')
  $seen = @()
  foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursorPosition) { continue }
    if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $seen += $element.Value }
    else { $seen += $element.Extent.Text }
  }

  $rest = $false
  foreach ($w in $seen) {
    if ($state.kind) { $state.kind = '' }
    elseif ($rest) { $state.taken += $w }
    elseif ($w -ceq '--') { $rest = $true }
    elseif ($w.StartsWith('--')) {
      [void](Find-Flag (($w -split '=', 2)[0]))
      if ($w.Contains('=')) { $state.kind = '' }
    }
    elseif ($w.Length -gt 1 -and $w.StartsWith('-')) {
      # -ojson, -qy
      while ($w.Length -gt 1 -and (Find-Flag ($w.Substring(0, 2)))) {
        if ($state.kind -and $w.Length -gt 2) { $state.kind = ''; break }
        $w = '-' + $w.Substring(2)
      }
    }
    else {
      $found = ''
      foreach ($row in @($state.node.subs)) {
        if (-not $row) { continue }
        $names = ($row -split '\|', 2)[0].Split(',')
        if ($names -ccontains $w) { $found = $names[0] }
      }
      if (-not $found) { $state.taken += $w; continue }
      $state.at = ($state.at + ' ' + $found).Trim()
      $key = $state.at -creplace '^help ?', ''
      $state.node = $table[$key]
      if ($state.at.StartsWith('help')) { $state.node = @{ subs = $table[$key].subs }; $state.globals = @() }
    }
  }

  $prefix = ''
  $value = $word
  if ($state.kind) { $state.taken = @() }
  elseif (-not $rest -and $word.StartsWith('--') -and $word.Contains('=')) {
    $half = $word -split '=', 2
    $prefix = $half[0] + '='
    $value = $half[1].Trim("'", '"')
    $state.taken = @()
    [void](Find-Flag ($half[0]))
  }
  elseif (-not $rest -and $word -cmatch '^-[^-].' -and (Find-Flag ($word.Substring(0, 2))) -and $state.kind) {
    $prefix = $word.Substring(0, 2)
    $value = $word.Substring(2)
    $state.taken = @()
  }
  elseif (-not $rest -and $word.StartsWith('-')) { return Get-Flags }
  else {
    $n = $state.taken.Count
    foreach ($row in @($state.node.args)) {
      if (-not $row) { continue }
      if ($n -eq 0 -or $row.EndsWith('+')) { $state.kind = $row.TrimEnd('+'); break }
      $n -= 1
    }
    $canonical = @(); $aliases = @()
    foreach ($row in @($state.node.subs)) {
      if (-not $row) { continue }
      $part = $row -split '\|', 2
      $names = $part[0].Split(',')
      if ($names[0].StartsWith($word)) { $canonical += New-Result $names[0] 'Command' $part[1] }
      elseif ($names.Count -gt 1 -and $names[1].StartsWith($word)) { $aliases += New-Result $names[1] 'Command' $part[1] }
    }
    if ($canonical.Count -gt 0) { return $canonical }
    # An alias is completed when nothing else fits: "l" is list and not ls.
    if ($aliases.Count -gt 0) { return $aliases }
    if (-not $state.kind -and -not $word) { return Get-Flags }
  }

  $rows = @()
  switch -Regex ($state.kind) {
    '^-?$' { return }
    '^@' {
      [System.Management.Automation.CompletionCompleters]::CompleteFilename($value) |
        Where-Object { $state.kind -eq '@file' -or $_.ResultType -eq 'ProviderContainer' } |
        ForEach-Object {
          [System.Management.Automation.CompletionResult]::new($prefix + $_.CompletionText, $_.ListItemText, $_.ResultType, $_.ToolTip)
        }
      return
    }
    '^=' { $rows = $state.kind.Substring(1).Split(',') }
    default {
      $cmd = $commandAst.GetCommandName()
      if (-not $cmd -or -not (Get-Command $cmd -ErrorAction Ignore)) { $cmd = 'aimi' }
      $rows = @(& $cmd '__complete' $state.kind '--' @seen 2>$null)
    }
  }
  foreach ($row in $rows) {
    $part = "$row" -split '\t', 2
    if ($part[0] -and $state.taken -cnotcontains $part[0] -and $part[0].StartsWith($value, [StringComparison]::OrdinalIgnoreCase)) {
      New-Result ($prefix + $part[0]) 'ParameterValue' $part[1]
    }
  }
}
