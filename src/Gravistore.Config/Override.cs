using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>One value set from outside a file: --set SCOPE.PATH=VALUE.</summary>
/// <param name="Scope">Which file it is for: plant, sim or scenario.</param>
/// <param name="Path">Path in that file such as motion.maxSpeedMps or shaft.magnetDepthsM[0].</param>
/// <param name="Value">Parsed as JSON, else taken as a text.</param>
public sealed record Override(string Scope, string Path, string Value)
{
    /// <summary>Scopes there are.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["scenario", "plant", "sim"];

    /// <summary>Takes SCOPE.PATH=VALUE apart; null after a finding.</summary>
    public static Override? Parse(string text, Findings findings)
    {
        int equals = text.IndexOf('=');
        int dot = text.IndexOf('.');
        if (equals < 0 || dot < 0 || dot > equals || dot + 1 == equals)
        {
            findings.Error(ConfigErrors.Override, $"--set {JsonText.Shorten(text)}", $"{JsonText.Quote(text)} is no override", "SCOPE.PATH=VALUE");
            return null;
        }
        string scope = text[..dot];
        if (Scopes.Contains(scope)) return new Override(scope, text[(dot + 1)..equals], text[(equals + 1)..]);
        string cure = NearestMatch.Question(scope, Scopes, ConfigErrors.Override.Cure);
        findings.Error(ConfigErrors.Override, $"--set {JsonText.Shorten(text)}", $"unknown scope {JsonText.Quote(scope)}", JsonText.Choices(Scopes), cure);
        return null;
    }

    /// <summary>Applies those of one scope to a file's tree.</summary>
    /// <param name="overrides">Overrides of any scope.</param>
    /// <param name="scope">The scope the tree belongs to.</param>
    /// <param name="root">The tree to change.</param>
    /// <param name="spec">Declares the keys that may be added.</param>
    /// <param name="findings">Receives paths that lead nowhere.</param>
    public static void Apply(IEnumerable<Override> overrides, string scope, JsonNode root, SectionSpec spec, Findings findings)
    {
        foreach (Override one in overrides)
            if (one.Scope == scope) root.Set(one.Path, one.Value, findings, spec, scope);
    }
}
