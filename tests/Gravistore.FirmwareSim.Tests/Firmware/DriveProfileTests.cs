using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>The ABB Drives profile's state machine, every state with every pattern of the bits that matter.</summary>
public class DriveProfileTests
{
    private static readonly DriveConditions Normal = new(Faulted: false, MainsOk: true, RunEnabled: true, Stopped: false, Closing: false);

    // Columns: bits 3..0 of the control word counting up, 0000 to 1111 (RUN, OFF3, OFF2, OFF1), with REMOTE set.
    // m mains off, i inhibited, s ready to switch on, o ready to operate, e enabled, h operation inhibited, 1 2 3 OFF active, F fault.
    [Theory]
    [InlineData(DriveState.MainsOff, "iiiiiiiiiiiiiiii")]
    [InlineData(DriveState.SwitchOnInhibited, "iiiiiisiiiiiiisi")]
    [InlineData(DriveState.ReadyToSwitchOn, "22ii22so22ii22so")]
    [InlineData(DriveState.ReadyToOperate, "22ii22so22ii22se")]
    [InlineData(DriveState.OperationEnabled, "2233221h2233221e")]
    [InlineData(DriveState.OperationInhibited, "22ii22so22ii22so")]
    [InlineData(DriveState.Off1Active, "2233221122332 21e")]
    [InlineData(DriveState.Off2Active, "iiiiiiiiiiiiiiii")]
    [InlineData(DriveState.Off3Active, "2233223322332233")]
    [InlineData(DriveState.Fault, "iiiiiiiiiiiiiiii")]
    public void Every_state_goes_where_the_profile_says(DriveState state, string expected)
    {
        string found = "";
        for (int bits = 0; bits < 16; bits++) found += Letter(DriveProfile.Next(state, ControlBits.Remote | bits, Normal));
        Assert.Equal(expected.Replace(" ", ""), found);
    }

    [Theory]
    [InlineData(DriveState.Off1Active, "2233 22ss 2233 22ss")]
    [InlineData(DriveState.Off3Active, "22ii 22ii 22ii 22ii")]
    [InlineData(DriveState.OperationEnabled, "2233 221h 2233 221e")]
    public void A_stop_ends_when_the_brake_is_closed(DriveState state, string expected)
    {
        string found = "";
        for (int bits = 0; bits < 16; bits++) found += Letter(DriveProfile.Next(state, ControlBits.Remote | bits, Normal with { Stopped = true }));
        Assert.Equal(expected.Replace(" ", ""), found);
    }

    [Fact]
    public void A_stop_whose_relay_has_dropped_cannot_be_taken_back()
    {
        Assert.Equal(DriveState.Off1Active, DriveProfile.Next(DriveState.Off1Active, 0x047F, Normal with { Closing = true }));
        Assert.Equal(DriveState.OperationEnabled, DriveProfile.Next(DriveState.Off1Active, 0x047F, Normal));
    }

    [Fact]
    public void Without_remote_nothing_leaves_switch_on_inhibited()
    {
        for (int bits = 0; bits < 16; bits++)
        {
            Assert.Equal(DriveState.SwitchOnInhibited, DriveProfile.Next(DriveState.SwitchOnInhibited, bits, Normal));
        }
    }

    [Fact]
    public void Every_state_every_word_every_condition_keeps_the_rules()
    {
        int rows = 0;
        foreach (DriveState state in Enum.GetValues<DriveState>())
        {
            for (int word = 0; word < 0x1000; word++)
            {
                for (int bits = 0; bits < 32; bits++, rows++) Check(state, word, Conditions(bits));
            }
        }
        Assert.Equal(10 * 4096 * 32, rows);
    }

    [Theory]
    [InlineData(DriveState.SwitchOnInhibited, 0x70)]
    [InlineData(DriveState.ReadyToSwitchOn, 0x31)]
    [InlineData(DriveState.ReadyToOperate, 0x33)]
    [InlineData(DriveState.OperationEnabled, 0x37)]
    [InlineData(DriveState.OperationInhibited, 0x33)]
    [InlineData(DriveState.Off1Active, 0x35)]
    [InlineData(DriveState.Off2Active, 0x20)]
    [InlineData(DriveState.Off3Active, 0x17)]
    [InlineData(DriveState.Fault, 0x38)]
    [InlineData(DriveState.MainsOff, 0x70)]
    public void Low_status_bits_follow_the_state(DriveState state, int expected) => Assert.Equal(expected, DriveProfile.Status(state));

    private static void Check(DriveState state, int word, DriveConditions conditions)
    {
        DriveState next = DriveProfile.Next(state, word, conditions);
        if (conditions.Faulted)
        {
            Assert.Equal(DriveState.Fault, next);
            return;
        }
        Assert.NotEqual(DriveState.Fault, next);
        bool wasRunning = DriveProfile.IsRunning(state);
        if (!wasRunning && DriveProfile.IsRunning(next))
        {
            Assert.Equal(DriveState.ReadyToOperate, state);
            Assert.Equal(DriveState.OperationEnabled, next);
            Assert.Equal(0xF, word & 0xF);
            Assert.True(conditions.RunEnabled && conditions.MainsOk);
        }
        if (wasRunning && (word & ControlBits.Off2) == 0) Assert.Equal(DriveState.Off2Active, next);
        if (state == DriveState.Fault && conditions.MainsOk) Assert.Equal(DriveState.SwitchOnInhibited, next);
        if (state == DriveState.SwitchOnInhibited && next == DriveState.ReadyToSwitchOn) Assert.Equal(0x0406, word & 0x0407);
    }

    private static DriveConditions Conditions(int bits) => new((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0);

    private static char Letter(DriveState state) => "misoeh123F"[(int)state];
}
