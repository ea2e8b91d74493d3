namespace Gravistore.Architecture.Tests;

/// <summary>Each rule about sources, shown able to fail and to pass.</summary>
public sealed class SourceRuleTests
{
    [Theory]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "using Stateless;", false)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "using Machine = Stateless.StateMachine<int, int>;", false)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "Stateless.StateMachine<int, int> machine;", false)]
    [InlineData("src/Gravistore.Core/Modes/A.cs", "using Stateless;", true)]
    [InlineData("tests/Gravistore.Core.Tests/Modes/A.cs", "using Stateless;", true)]
    [InlineData("tests/Gravistore.Core.Tests/A.cs", "using Stateless;", false)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "// Stateless.StateMachine is used by the modes", true)]
    [InlineData("src/Gravistore.Console/A.cs", "string name = \"Stateless.dll\";", true)]
    public void Stateless(string path, string text, bool good) =>
        Assert.Equal(good, !SourceRules.StatelessInModesAlone(new TextFile(path, text)).Any());

    [Theory]
    [InlineData("src/Gravistore.Devices/A.cs", "using NModbus;", false)]
    [InlineData("src/Gravistore.Runtime/A.cs", "using System.Device.Gpio;", false)]
    [InlineData("src/Gravistore.Core/A.cs", "Iot.Device.Ads1115.Ads1115 chip;", false)]
    [InlineData("src/Gravistore.Drivers/A.cs", "using NModbus;", true)]
    [InlineData("firmware-sim/Gravistore.FirmwareSim/A.cs", "using System.Device.I2c;", true)]
    [InlineData("src/Gravistore.Core/A.cs", "string package = \"NModbus\"; // System.Device", true)]
    public void Field_packages(string path, string text, bool good) =>
        Assert.Equal(good, !SourceRules.FieldPackagesAtTheEdgeAlone(new TextFile(path, text)).Any());

    [Theory]
    [InlineData("src/Gravistore.Runtime/Clock.cs", "[LibraryImport(\"libc\")] static partial int f();", false)]
    [InlineData("src/Gravistore.Core/Native/Clock.cs", "[DllImport(\"libc\")] static extern int f();", false)]
    [InlineData("src/Gravistore.Runtime/Native/Clock.cs", "[LibraryImport(\"libc\")] static partial int f();", true)]
    [InlineData("src/Gravistore.Runtime/Clock.cs", "/* no DllImport here */", true)]
    public void Native_calls(string path, string text, bool good) =>
        Assert.Equal(good, !SourceRules.NativeCallsAtHome(new TextFile(path, text)).Any());

    [Theory]
    [InlineData("// TO" + "DO: later", false)]
    [InlineData("x\nthrow new NotImplemented" + "Exception();", false)]
    [InlineData("# FIX" + "ME", false)]
    [InlineData("private const ushort NotImplemented16 = 0x8000;", true)]
    public void Unfinished(string text, bool good) =>
        Assert.Equal(good, !SourceRules.NothingUnfinished(new TextFile("src/a.cs", text)).Any());

    [Fact]
    public void Unfinished_names_the_line() =>
        Assert.StartsWith("src/a.cs:3:", Assert.Single(SourceRules.NothingUnfinished(new TextFile("src/a.cs", "\n\n// TO" + "DO"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("text\n", true)]
    [InlineData("text", false)]
    [InlineData("", true)]
    public void Final_newline(string text, bool good) =>
        Assert.Equal(good, !SourceRules.FinalNewline(new TextFile("README.md", text)).Any());

    [Theory]
    [InlineData("src/A.cs", 400, true)]
    [InlineData("src/A.cs", 401, false)]
    [InlineData("tests/A.cs", 600, true)]
    [InlineData("tests/A.cs", 601, false)]
    [InlineData("src/data.json", 5000, true)]
    public void Length(string path, int lines, bool good) =>
        Assert.Equal(good, !SourceRules.Length(new TextFile(path, new string('\n', lines))).Any());

    [Theory]
    [InlineData("src/Gravistore.Core/A.cs", "namespace Gravistore.Core;", true)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "namespace Gravistore.Core;", true)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "namespace Gravistore.Core.Power;", false)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "namespace Gravistore.Core.Motion.Plans;", false)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "namespace Gravistore.Config;", false)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "namespace Gravistore;", false)]
    [InlineData("src/Gravistore.Core/Motion/A.cs", "using X;\n\nnamespace Gravistore.Core.Motion;\n", true)]
    [InlineData("src/Gravistore.Console/Program.cs", "return 0;", true)]
    [InlineData("tests/Gravistore.Core.Tests/A.cs", "namespace Gravistore.Tests { }", false)]
    [InlineData("eng/standins/NModbus/A.cs", "namespace NModbus;", true)]
    [InlineData("src/Gravistore.Core/A.cs", "// namespace Wrong;\nnamespace Gravistore.Core;", true)]
    public void Namespaces(string path, string text, bool good) =>
        Assert.Equal(good, !SourceRules.NamespaceMatchesFolder(new TextFile(path, text)).Any());

    [Theory]
    [InlineData("using System;\nusing System.Text;\nusing Gravistore.Core;\nusing Gravistore.Core.Motion;\nusing Stateless;\n\nnamespace X;", true)]
    [InlineData("using Gravistore.Core;\nusing System.Text;", false)]
    [InlineData("using Gravistore.Json;\nusing Gravistore.Core;", false)]
    [InlineData("using Gravistore.Core.Motion;\nusing Gravistore.Core;", false)]
    [InlineData("using Gravistore.Core.Motion;\nusing Gravistore.CoreExtras;", true)]
    [InlineData("using Gravistore.Core;\nusing static System.Math;\nusing Clock = System.TimeProvider;", true)]
    [InlineData("using static System.Math;\nusing Gravistore.Core;", false)]
    [InlineData("using Clock = System.TimeProvider;\nusing static System.Math;", false)]
    [InlineData("using Z;\nvoid F()\n{\n    using Stream a = Open();\n    using Stream b = a;\n    using (Open()) { }\n}", true)]
    [InlineData("// using Z;\nusing A;", true)]
    public void Usings(string text, bool good) =>
        Assert.Equal(good, !SourceRules.UsingsInOrder(new TextFile("src/a.cs", text)).Any());

    [Theory]
    [InlineData("this.file = file;", true)]
    [InlineData("public LineMap(byte[] bytes) => this.bytes = bytes;", true)]
    [InlineData("return this._x;", false)]
    [InlineData("this._x = x;", false)]
    [InlineData("this.Run();", false)]
    [InlineData("public static int Half(this int x) => x / 2;", true)]
    [InlineData("public string this[int i] => _all[i];", true)]
    [InlineData("// this.x", true)]
    public void This(string text, bool good) =>
        Assert.Equal(good, !SourceRules.NoNeedlessThis(new TextFile("src/a.cs", text)).Any());

    [Theory]
    [InlineData("a // b\nc", "a     \nc")]
    [InlineData("a // b", "a     ")]
    [InlineData("a /* b\n */ c", "a     \n    c")]
    [InlineData("f(\"x // \\\" y\") ; g", "f(           ) ; g")]
    [InlineData("@\"a\\\" + b + @\"\"\"c\" d", "      + b +        d")]
    [InlineData("'\"' + x + '\\'' y", "    + x +      y")]
    [InlineData("\"\"\"a \"b\" // c\"\"\" d", "                 d")]
    [InlineData("x = a / b;", "x = a / b;")]
    public void Code_without_comments_and_literals(string text, string code) => Assert.Equal(code, CodeText.Only(text));
}
