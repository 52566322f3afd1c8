import type { CommandSpec, CompletionSpec } from '../spec.js';
import { encodeArgument, encodeOption, NOTE, oneLine, plainWord } from './encode.js';

/** completions/aimi.ps1 */
export function powershellScript({ globals, commands }: CompletionSpec): string {
  return `# aimi completion for PowerShell 5.1 and later.
# ${NOTE}
#
# subs: name,alias|summary   opts: [+]-s,--long|VALUE|description   args: VALUE[+]
# VALUE: nothing, - any text, @file, @dir, =a,b a closed list, else a kind of "aimi __complete".

Register-ArgumentCompleter -Native -CommandName 'aimi', 'aimi.cmd', 'aimi.ps1' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $globals = @(${list(globals.map(encodeOption))}
  )
  $table = @{
${commands.map(row).join('\n')}
  }
${ENGINE}}
`;
}

function row({ path, children, options, arguments: args }: CommandSpec): string {
  const subs = children.map(({ names, summary }) => `${names.map(plainWord).join(',')}|${oneLine(summary)}`);
  const parts = [
    ...(subs.length === 0 ? [] : [`      subs = @(${list(subs)}\n      )`]),
    ...(options.length === 0 ? [] : [`      opts = @(${list(options.map(encodeOption))}\n      )`]),
    ...(args.length === 0
      ? []
      : [`      args = @(${args.map((each) => quote(encodeArgument(each))).join(', ')})`]),
  ];
  return [`    ${quote(path)} = @{`, ...parts, '    }'].join('\n');
}

function list(rows: readonly string[]): string {
  return rows.map((text) => `\n    ${quote(text)}`).join('');
}

/** PowerShell takes typographic quotation marks for its own. */
function quote(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

const ENGINE = String.raw`
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
`.replaceAll('\\${', '${');
