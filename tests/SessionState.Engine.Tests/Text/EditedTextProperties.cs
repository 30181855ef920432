using CsCheck;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Text;

public sealed class EditedTextProperties
{
    private const string Before = "0123456789";

    private static readonly Gen<TextChange[][]> Rounds = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 4], Gen.Char["abc"].Array[0, 3])
        .Select((start, length, text) => new TextChange(new(start, length), new(text))).Array[0, 3].Array[1, 4];

    [Fact]
    public void ToChanges_AnyRoundsOfEdits_GiveTheSameTextAtOnce() => Rounds.Sample(rounds =>
    {
        var edited = new EditedText(Before.Length);
        var text = Before;
        foreach (var round in rounds.Select(round => Possible(round, text.Length)))
        {
            edited.Apply(round);
            text = TextChanges.Apply(text, round);
        }

        Assert.Equal(text, TextChanges.Apply(Before, edited.ToChanges()));
    });

    [Fact]
    public void ToChanges_WhatNobodyTouched_IsInNoChange()
    {
        var edited = new EditedText(Before.Length);
        edited.Apply([new(new(2, 1), "two")]);
        edited.Apply([new(new(9, 1), "seven"), new(new(2, 3), "2")]);

        Assert.Equal([new(new(7, 1), "seven")], edited.ToChanges().Skip(1));
        Assert.Equal("2", edited.ToChanges()[0].NewText);
    }

    // Spans inside the text that do not overlap; two insertions at one place may.
    private static TextChange[] Possible(TextChange[] round, int length)
    {
        var (end, kept) = (0, new List<TextChange>());
        foreach (var change in round.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length))
        {
            if (change.Span.Start >= end && change.Span.End <= length)
            {
                kept.Add(change);
                end = change.Span.End;
            }
        }

        return [.. kept];
    }
}
