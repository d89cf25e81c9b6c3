# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_liberterra_global_optspecs
    string join \n operation= screen= filter= sort= group= counts= compare= measure= per= rows= theme= ascii map= plain h/help V/version
end

function __fish_liberterra_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_liberterra_global_optspecs) -- $cmd 2>/dev/null
    or return 0
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_liberterra_using_subcommand
    set -l cmd (__fish_liberterra_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c liberterra -n "__fish_liberterra_needs_command" -l operation -d 'The operation to show first, by its id' -r
complete -c liberterra -n "__fish_liberterra_needs_command" -l screen -d 'The screen to show' -r -f -a "overview\t''
countries\t''
map\t''
compare\t''
sources\t''"
complete -c liberterra -n "__fish_liberterra_needs_command" -l filter -d 'Show and print only the places that fit, such as \'region:africa arrests>=10\'' -r
complete -c liberterra -n "__fish_liberterra_needs_command" -l sort -d 'The columns to sort by, the strongest first, `-` before one that is turned round, such as rescued,-name' -r
complete -c liberterra -n "__fish_liberterra_needs_command" -l group -d 'Group the countries' -r -f -a "region\t''
offence\t''
source\t''
country\t''
operation\t''"
complete -c liberterra -n "__fish_liberterra_needs_command" -l counts -d 'What the map counts' -r -f -a "arrests\t''
rescued\t''
identified\t''
moved\t''"
complete -c liberterra -n "__fish_liberterra_needs_command" -l compare -d 'The operations to compare, by their ids, such as liberterra-1,weka-2; or all' -r
complete -c liberterra -n "__fish_liberterra_needs_command" -l measure -d 'The measure to chart on Compare, such as \'potential victims rescued\'' -r
complete -c liberterra -n "__fish_liberterra_needs_command" -l per -d 'Divide the totals on Compare' -r -f -a "operation\t''
day\t''
country\t''"
complete -c liberterra -n "__fish_liberterra_needs_command" -l rows -d 'What Compare lists; a report without it has both' -r -f -a "measures\t''
countries\t''"
complete -c liberterra -n "__fish_liberterra_needs_command" -l theme -d 'The colours of the board' -r -f -a "auto\t'Ask the terminal whether it is dark or light'
dark\t'Dark'
light\t'Light'
contrast\t'The highest contrast, on black or on white as the terminal is'
terminal\t'The terminal\'s own 16 colours'
mono\t'No colours'"
complete -c liberterra -n "__fish_liberterra_needs_command" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_needs_command" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_needs_command" -l plain -d 'Print a plain-text summary instead of opening the board'
complete -c liberterra -n "__fish_liberterra_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_needs_command" -s V -l version -d 'Print version'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "present" -d 'Present an operation: its story, one thing a slide'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "console" -d 'Follow and steer a presentation from a second terminal: its notes, what comes next, the time'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "report" -d 'Write what a screen shows, to be handed on'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "check" -d 'Check files and say everything that is wrong in them'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "list" -d 'List the bundled operations: id, name, dates'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "schema" -d 'Print the JSON Schema of the files'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "completions" -d 'Print what a shell needs to complete command lines'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "man" -d 'Print the manual, for `man -l -`'
complete -c liberterra -n "__fish_liberterra_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l operation -d 'The operation to present, by its id' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l theme -d 'The colours of the slides' -r -f -a "auto\t'Ask the terminal whether it is dark or light'
dark\t'Dark'
light\t'Light'
contrast\t'The highest contrast, on black or on white as the terminal is'
terminal\t'The terminal\'s own 16 colours'
mono\t'No colours'"
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l from -d 'The slide to begin with' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l every -d 'Go on by itself after this time, such as 20s or 2m; any key makes it wait' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l loop -d 'Begin again after the last slide, whether slides are turned by hand or with `--every`'
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l check -d 'Print every slide with its size, its notes and what does not fit at 80 by 24, and end'
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand present" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand console" -l minutes -d 'How many minutes the talk may take; the console then says whether it is on time' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand console" -l theme -d 'The colours of the console' -r -f -a "auto\t'Ask the terminal whether it is dark or light'
dark\t'Dark'
light\t'Light'
contrast\t'The highest contrast, on black or on white as the terminal is'
terminal\t'The terminal\'s own 16 colours'
mono\t'No colours'"
complete -c liberterra -n "__fish_liberterra_using_subcommand console" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand console" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand console" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l operation -d 'The operation to show first, by its id' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l screen -d 'The screen to show' -r -f -a "overview\t''
countries\t''
map\t''
compare\t''
sources\t''"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l filter -d 'Show and print only the places that fit, such as \'region:africa arrests>=10\'' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l sort -d 'The columns to sort by, the strongest first, `-` before one that is turned round, such as rescued,-name' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l group -d 'Group the countries' -r -f -a "region\t''
offence\t''
source\t''
country\t''
operation\t''"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l counts -d 'What the map counts' -r -f -a "arrests\t''
rescued\t''
identified\t''
moved\t''"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l compare -d 'The operations to compare, by their ids, such as liberterra-1,weka-2; or all' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l measure -d 'The measure to chart on Compare, such as \'potential victims rescued\'' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l per -d 'Divide the totals on Compare' -r -f -a "operation\t''
day\t''
country\t''"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l rows -d 'What Compare lists; a report without it has both' -r -f -a "measures\t''
countries\t''"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l slide -d 'The slide of the story that a picture shows, instead of a screen' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l size -d 'The columns and rows of a picture; without it 120x40' -r
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l theme -d 'The colours of a picture; without it dark' -r -f -a "dark\t''
light\t''"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l format -d 'The format; without it that of the file\'s name, else text' -r -f -a "text\t''
markdown\t''
json\t''
csv\t''
html\t''
svg\t''"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -s o -l output -d 'The file to write; `-` is standard output' -r -F
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l story -d 'Write the story instead, slide by slide, with what is said to each'
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l force -d 'Write over a file that exists'
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand check" -l format -d 'How the findings are written' -r -f -a "text\t'A line each, for reading'
json\t'One JSON array, for programs'"
complete -c liberterra -n "__fish_liberterra_using_subcommand check" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand check" -l deny-warnings -d 'End with 1 for warnings too'
complete -c liberterra -n "__fish_liberterra_using_subcommand check" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand list" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand list" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand schema" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand schema" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand completions" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand completions" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand man" -l map -d 'How finely maps are drawn' -r -f -a "quadrants\t'Two by two, which every font has'
octants\t'Two by four, for terminals that draw such blocks themselves'"
complete -c liberterra -n "__fish_liberterra_using_subcommand man" -l ascii -d 'Draw and print with ASCII characters only, as in a language without UTF-8'
complete -c liberterra -n "__fish_liberterra_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "present" -d 'Present an operation: its story, one thing a slide'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "console" -d 'Follow and steer a presentation from a second terminal: its notes, what comes next, the time'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "report" -d 'Write what a screen shows, to be handed on'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "check" -d 'Check files and say everything that is wrong in them'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "list" -d 'List the bundled operations: id, name, dates'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "schema" -d 'Print the JSON Schema of the files'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "completions" -d 'Print what a shell needs to complete command lines'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "man" -d 'Print the manual, for `man -l -`'
complete -c liberterra -n "__fish_liberterra_using_subcommand help; and not __fish_seen_subcommand_from present console report check list schema completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c liberterra -n "__fish_liberterra_using_subcommand completions" -f -a "bash zsh fish elvish powershell"
