using CsCheck;
using Gravistore.Config;
using Gravistore.Controller.Journal;
using Gravistore.Controller.Startup;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Controller.Tests;

public sealed class JournalTests : IDisposable
{
    private static readonly PlantParameters Plant = PlantFile.Load(DaemonRig.Plant, [], [])!;
    private static readonly Gen<JournalHoist> Hoist = Gen.Select(Gen.Double[-10, 1000], Gen.Double[-1, 1], Gen.Bool).Select((length, offset, rest) => new JournalHoist(length, offset, rest));

    private readonly string _folder = Directory.CreateTempSubdirectory("gsj-").FullName;
    private string File => Path.Combine(_folder, PositionJournal.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_record_reads_back_and_any_flipped_byte_is_found() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.String[Gen.Char.AlphaNumeric, 0, 60], Hoist.Array[1, 64], Gen.Int[0, JournalRecord.Bytes - 1], Gen.Int[1, 255]).Sample((sequence, plant, hoists, at, flip) =>
        {
            byte[] bytes = new JournalRecord(sequence, plant, hoists).Write();
            JournalRecord read = JournalRecord.Read(bytes)!;
            Assert.Equal((sequence, plant), (read.Sequence, read.Plant));
            Assert.Equal(hoists, read.Hoists);
            bytes[at] ^= (byte)flip;
            Assert.Null(JournalRecord.Read(bytes));
        });

    [Fact]
    public void A_write_that_was_torn_costs_the_newest_record_alone()
    {
        Write(1, 2, 3);
        byte[] whole = System.IO.File.ReadAllBytes(File);
        // Record 3 stands in the second place; as much of it as was written before the supply failed.
        for (int kept = 0; kept < JournalRecord.Bytes; kept += 97)
        {
            byte[] torn = [.. whole];
            torn.AsSpan(JournalRecord.Bytes + kept).Fill(0xA5);
            System.IO.File.WriteAllBytes(File, torn);
            using PositionJournal journal = PositionJournal.Open(_folder);
            Assert.Equal(2, journal.Last!.Hoists[0].RopeLengthM);
        }
    }

    [Fact]
    public void The_newest_of_two_sound_records_counts()
    {
        Write(1, 2, 3, 4);
        using PositionJournal journal = PositionJournal.Open(_folder);
        Assert.Equal(4, journal.Last!.Hoists[0].RopeLengthM);
        Assert.Equal(2 * JournalRecord.Bytes, new FileInfo(File).Length);
    }

    [Fact]
    public void One_that_was_begun_and_never_written_is_new()
    {
        using (PositionJournal begun = PositionJournal.Open(_folder)) Assert.Null(begun.Last);
        using PositionJournal again = PositionJournal.Open(_folder);
        Assert.Null(again.Last);
    }

    [Fact]
    public void Two_damaged_records_are_refused()
    {
        Write(1, 2);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        bytes[100] ^= 1;
        bytes[JournalRecord.Bytes + 100] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);
        Assert.Same(StartErrors.JournalDamaged, Assert.Throws<StartException>(() => PositionJournal.Open(_folder)).Info);
    }

    [Theory]
    [InlineData(true, 0.04, true)]
    [InlineData(true, -0.06, false)]
    [InlineData(false, 0.9, true)]
    [InlineData(false, -20, false)]
    [InlineData(true, double.NaN, false)]
    public void A_position_is_confirmed_within_what_may_have_moved(bool atRest, double shiftM, bool confirmed)
    {
        CycleInput input = new(Plant.HoistCount);
        for (int i = 0; i < Plant.HoistCount; i++) input.Hoists[i].RopeLengthM = 200 + shiftM;
        JournalRecord record = new(1, Plant.Name, [.. Enumerable.Repeat(new JournalHoist(200, 0.03, atRest), Plant.HoistCount)]);
        ControllerState state = new(Plant.HoistCount);
        if (!confirmed)
        {
            Assert.Same(StartErrors.PositionNotConfirmed, Assert.Throws<StartException>(() => PositionCheck.Restore(record, input, Plant, state)).Info);
            return;
        }
        PositionCheck.Restore(record, input, Plant, state);
        Assert.All(state.Hoists, h => Assert.Equal(0.03, h.DepthOffsetM));
    }

    [Fact]
    public void Another_plants_journal_is_refused()
    {
        JournalRecord record = new(1, "elsewhere", [.. Enumerable.Repeat(new JournalHoist(200, 0, true), Plant.HoistCount)]);
        Assert.Same(StartErrors.JournalOfAnotherPlant, Assert.Throws<StartException>(() => PositionCheck.Restore(record, new CycleInput(Plant.HoistCount), Plant, new ControllerState(Plant.HoistCount))).Info);
    }

    private void Write(params double[] lengthsM)
    {
        using PositionJournal journal = PositionJournal.Open(_folder);
        foreach (double lengthM in lengthsM) journal.Write("p", [new JournalHoist(lengthM, 0, true)]);
    }
}
