
use builtin;
use str;

set edit:completion:arg-completer[liberterra] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'liberterra'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'liberterra'= {
            cand --operation 'The operation to show first, by its id'
            cand --screen 'The screen to show'
            cand --filter 'Show and print only the places that fit, such as ''region:africa arrests>=10'''
            cand --sort 'The columns to sort by, the strongest first, `-` before one that is turned round, such as rescued,-name'
            cand --group 'Group the countries'
            cand --counts 'What the map counts'
            cand --compare 'The operations to compare, by their ids, such as liberterra-1,weka-2; or all'
            cand --measure 'The measure to chart on Compare, such as ''potential victims rescued'''
            cand --per 'Divide the totals on Compare'
            cand --rows 'What Compare lists; a report without it has both'
            cand --theme 'The colours of the board'
            cand --map 'How finely maps are drawn'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand --plain 'Print a plain-text summary instead of opening the board'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand present 'Present an operation: its story, one thing a slide'
            cand console 'Follow and steer a presentation from a second terminal: its notes, what comes next, the time'
            cand report 'Write what a screen shows, to be handed on'
            cand check 'Check files and say everything that is wrong in them'
            cand list 'List the bundled operations: id, name, dates'
            cand schema 'Print the JSON Schema of the files'
            cand completions 'Print what a shell needs to complete command lines'
            cand man 'Print the manual, for `man -l -`'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'liberterra;present'= {
            cand --operation 'The operation to present, by its id'
            cand --theme 'The colours of the slides'
            cand --from 'The slide to begin with'
            cand --every 'Go on by itself after this time, such as 20s or 2m; any key makes it wait'
            cand --map 'How finely maps are drawn'
            cand --loop 'Begin again after the last slide, whether slides are turned by hand or with `--every`'
            cand --check 'Print every slide with its size, its notes and what does not fit at 80 by 24, and end'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;console'= {
            cand --minutes 'How many minutes the talk may take; the console then says whether it is on time'
            cand --theme 'The colours of the console'
            cand --map 'How finely maps are drawn'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;report'= {
            cand --operation 'The operation to show first, by its id'
            cand --screen 'The screen to show'
            cand --filter 'Show and print only the places that fit, such as ''region:africa arrests>=10'''
            cand --sort 'The columns to sort by, the strongest first, `-` before one that is turned round, such as rescued,-name'
            cand --group 'Group the countries'
            cand --counts 'What the map counts'
            cand --compare 'The operations to compare, by their ids, such as liberterra-1,weka-2; or all'
            cand --measure 'The measure to chart on Compare, such as ''potential victims rescued'''
            cand --per 'Divide the totals on Compare'
            cand --rows 'What Compare lists; a report without it has both'
            cand --slide 'The slide of the story that a picture shows, instead of a screen'
            cand --size 'The columns and rows of a picture; without it 120x40'
            cand --theme 'The colours of a picture; without it dark'
            cand --format 'The format; without it that of the file''s name, else text'
            cand -o 'The file to write; `-` is standard output'
            cand --output 'The file to write; `-` is standard output'
            cand --map 'How finely maps are drawn'
            cand --story 'Write the story instead, slide by slide, with what is said to each'
            cand --force 'Write over a file that exists'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;check'= {
            cand --format 'How the findings are written'
            cand --map 'How finely maps are drawn'
            cand --deny-warnings 'End with 1 for warnings too'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;list'= {
            cand --map 'How finely maps are drawn'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;schema'= {
            cand --map 'How finely maps are drawn'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;completions'= {
            cand --map 'How finely maps are drawn'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;man'= {
            cand --map 'How finely maps are drawn'
            cand --ascii 'Draw and print with ASCII characters only, as in a language without UTF-8'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'liberterra;help'= {
            cand present 'Present an operation: its story, one thing a slide'
            cand console 'Follow and steer a presentation from a second terminal: its notes, what comes next, the time'
            cand report 'Write what a screen shows, to be handed on'
            cand check 'Check files and say everything that is wrong in them'
            cand list 'List the bundled operations: id, name, dates'
            cand schema 'Print the JSON Schema of the files'
            cand completions 'Print what a shell needs to complete command lines'
            cand man 'Print the manual, for `man -l -`'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'liberterra;help;present'= {
        }
        &'liberterra;help;console'= {
        }
        &'liberterra;help;report'= {
        }
        &'liberterra;help;check'= {
        }
        &'liberterra;help;list'= {
        }
        &'liberterra;help;schema'= {
        }
        &'liberterra;help;completions'= {
        }
        &'liberterra;help;man'= {
        }
        &'liberterra;help;help'= {
        }
    ]
    $completions[$command]
}
