using System.CommandLine;

namespace EntityRes.Cli.Shell;

/// <summary><c>completion bash|zsh|pwsh</c>: the script that makes a shell complete the commands of this program.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] =
            """
            # entityres: completion for bash. To use it: source <(entityres completion bash)
            _entityres() {
              local found
              found=$(entityres "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
              mapfile -t COMPREPLY < <(compgen -W "${found}" -- "${COMP_WORDS[COMP_CWORD]}")
            }
            complete -o bashdefault -o default -F _entityres entityres

            """,
        ["zsh"] =
            """
            #compdef entityres
            # entityres: completion for zsh. To use it: source <(entityres completion zsh)
            _entityres() {
              local -a found
              found=("${(@f)$(entityres "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -- ${found:#} || _files
            }
            compdef _entityres entityres

            """,
        ["pwsh"] =
            """
            # entityres: completion for PowerShell. To use it: entityres completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName entityres -ScriptBlock {
              param($wordToComplete, $commandAst, $cursorPosition)
              entityres "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }

            """,
    };

    internal static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Prints the script that makes a shell complete these commands.") { shell };
        command.SetAction(parsed => Console.Out.Write(Scripts[parsed.GetRequiredValue(shell)]));
        return command;
    }
}
