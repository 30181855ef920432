using System.Management.Automation.Language;

namespace SessionState.Scripting.Tests.PowerShell;

/// <summary>A script as PowerShell's own parser reads it: statements of commands with constant arguments, and of assignments.</summary>
internal sealed class ParsedScript
{
    private readonly ScriptBlockAst _script;

    public ParsedScript(string text)
    {
        _script = Parser.ParseInput(text, out _, out var errors);
        Assert.True(errors.Length == 0, $"{string.Join('\n', errors.Select(error => error.Message))}\n{text}");
    }

    /// <summary>Every variable that is read or set.</summary>
    public IReadOnlySet<string> Variables => _script.FindAll(ast => ast is VariableExpressionAst, true)
        .Select(ast => ((VariableExpressionAst)ast).VariablePath.UserPath)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True where a text would be looked into for variables, or something be called.</summary>
    public bool IsLooselyQuoted => _script.Find(
        ast => ast is ExpandableStringExpressionAst or SubExpressionAst or InvokeMemberExpressionAst or ScriptBlockExpressionAst, true) is not null;

    /// <summary>The commands of that name, each as its named arguments.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Commands(string name) =>
        [.. All().Where(command => command.GetCommandName() == name).Select(Arguments)];

    public IReadOnlyList<string> CommandNames => [.. All().Select(command => command.GetCommandName())];

    /// <summary>What is assigned to "$a.b", in order.</summary>
    public IReadOnlyList<(string Left, string Right)> Assignments =>
    [
        .. _script.FindAll(ast => ast is AssignmentStatementAst, true).Cast<AssignmentStatementAst>()
            .Select(one => (one.Left.Extent.Text, Value(one.Right switch
            {
                CommandExpressionAst expression => expression.Expression,
                PipelineAst { PipelineElements: [CommandExpressionAst expression] } => expression.Expression,
                _ => null,
            }) ?? one.Right.Extent.Text)),
    ];

    private IEnumerable<CommandAst> All() => _script.FindAll(ast => ast is CommandAst, true).Cast<CommandAst>();

    private static Dictionary<string, string> Arguments(CommandAst command)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 1; index < command.CommandElements.Count; index++)
        {
            if (command.CommandElements[index] is CommandParameterAst parameter)
            {
                var hasValue = index + 1 < command.CommandElements.Count && command.CommandElements[index + 1] is not CommandParameterAst;
                var value = hasValue ? command.CommandElements[++index] : null;
                arguments.Add(parameter.ParameterName, value is null ? "" : Value(value as ExpressionAst) ?? value.Extent.Text);
                if (value is HashtableAst table)
                {
                    foreach (var (key, entry) in table.KeyValuePairs)
                    {
                        arguments.Add($"{parameter.ParameterName}.{key.Extent.Text}", Value(((PipelineAst)entry).GetPureExpression())!);
                    }
                }
            }
        }

        return arguments;
    }

    private static string? Value(ExpressionAst? expression) => expression switch
    {
        StringConstantExpressionAst text => text.Value,
        ConstantExpressionAst number => Written.Text(number.Value),
        VariableExpressionAst { VariablePath.UserPath: "true" or "false" } flag => flag.VariablePath.UserPath,
        ConvertExpressionAst convert => Value(convert.Child),
        ParenExpressionAst { Pipeline: PipelineAst pipeline } => Value(pipeline.GetPureExpression()),
        _ => null,
    };
}
