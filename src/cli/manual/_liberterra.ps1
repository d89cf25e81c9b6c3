
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'liberterra' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'liberterra'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'liberterra' {
            [CompletionResult]::new('--operation', '--operation', [CompletionResultType]::ParameterName, 'The operation to show first, by its id')
            [CompletionResult]::new('--screen', '--screen', [CompletionResultType]::ParameterName, 'The screen to show')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show and print only the places that fit, such as ''region:africa arrests>=10''')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'The columns to sort by, the strongest first, `-` before one that is turned round, such as rescued,-name')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'Group the countries')
            [CompletionResult]::new('--counts', '--counts', [CompletionResultType]::ParameterName, 'What the map counts')
            [CompletionResult]::new('--compare', '--compare', [CompletionResultType]::ParameterName, 'The operations to compare, by their ids, such as liberterra-1,weka-2; or all')
            [CompletionResult]::new('--measure', '--measure', [CompletionResultType]::ParameterName, 'The measure to chart on Compare, such as ''potential victims rescued''')
            [CompletionResult]::new('--per', '--per', [CompletionResultType]::ParameterName, 'Divide the totals on Compare')
            [CompletionResult]::new('--rows', '--rows', [CompletionResultType]::ParameterName, 'What Compare lists; a report without it has both')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours of the board')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Print a plain-text summary instead of opening the board')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('present', 'present', [CompletionResultType]::ParameterValue, 'Present an operation: its story, one thing a slide')
            [CompletionResult]::new('console', 'console', [CompletionResultType]::ParameterValue, 'Follow and steer a presentation from a second terminal: its notes, what comes next, the time')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write what a screen shows, to be handed on')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check files and say everything that is wrong in them')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the bundled operations: id, name, dates')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of the files')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print what a shell needs to complete command lines')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual, for `man -l -`')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'liberterra;present' {
            [CompletionResult]::new('--operation', '--operation', [CompletionResultType]::ParameterName, 'The operation to present, by its id')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours of the slides')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The slide to begin with')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Go on by itself after this time, such as 20s or 2m; any key makes it wait')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--loop', '--loop', [CompletionResultType]::ParameterName, 'Begin again after the last slide, whether slides are turned by hand or with `--every`')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Print every slide with its size, its notes and what does not fit at 80 by 24, and end')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;console' {
            [CompletionResult]::new('--minutes', '--minutes', [CompletionResultType]::ParameterName, 'How many minutes the talk may take; the console then says whether it is on time')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours of the console')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;report' {
            [CompletionResult]::new('--operation', '--operation', [CompletionResultType]::ParameterName, 'The operation to show first, by its id')
            [CompletionResult]::new('--screen', '--screen', [CompletionResultType]::ParameterName, 'The screen to show')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show and print only the places that fit, such as ''region:africa arrests>=10''')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'The columns to sort by, the strongest first, `-` before one that is turned round, such as rescued,-name')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'Group the countries')
            [CompletionResult]::new('--counts', '--counts', [CompletionResultType]::ParameterName, 'What the map counts')
            [CompletionResult]::new('--compare', '--compare', [CompletionResultType]::ParameterName, 'The operations to compare, by their ids, such as liberterra-1,weka-2; or all')
            [CompletionResult]::new('--measure', '--measure', [CompletionResultType]::ParameterName, 'The measure to chart on Compare, such as ''potential victims rescued''')
            [CompletionResult]::new('--per', '--per', [CompletionResultType]::ParameterName, 'Divide the totals on Compare')
            [CompletionResult]::new('--rows', '--rows', [CompletionResultType]::ParameterName, 'What Compare lists; a report without it has both')
            [CompletionResult]::new('--slide', '--slide', [CompletionResultType]::ParameterName, 'The slide of the story that a picture shows, instead of a screen')
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'The columns and rows of a picture; without it 120x40')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours of a picture; without it dark')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it that of the file''s name, else text')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to write; `-` is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to write; `-` is standard output')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--story', '--story', [CompletionResultType]::ParameterName, 'Write the story instead, slide by slide, with what is said to each')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Write over a file that exists')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;check' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the findings are written')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--deny-warnings', '--deny-warnings', [CompletionResultType]::ParameterName, 'End with 1 for warnings too')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;list' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;schema' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;completions' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;man' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'How finely maps are drawn')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw and print with ASCII characters only, as in a language without UTF-8')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'liberterra;help' {
            [CompletionResult]::new('present', 'present', [CompletionResultType]::ParameterValue, 'Present an operation: its story, one thing a slide')
            [CompletionResult]::new('console', 'console', [CompletionResultType]::ParameterValue, 'Follow and steer a presentation from a second terminal: its notes, what comes next, the time')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write what a screen shows, to be handed on')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check files and say everything that is wrong in them')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the bundled operations: id, name, dates')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of the files')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print what a shell needs to complete command lines')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual, for `man -l -`')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'liberterra;help;present' {
            break
        }
        'liberterra;help;console' {
            break
        }
        'liberterra;help;report' {
            break
        }
        'liberterra;help;check' {
            break
        }
        'liberterra;help;list' {
            break
        }
        'liberterra;help;schema' {
            break
        }
        'liberterra;help;completions' {
            break
        }
        'liberterra;help;man' {
            break
        }
        'liberterra;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
