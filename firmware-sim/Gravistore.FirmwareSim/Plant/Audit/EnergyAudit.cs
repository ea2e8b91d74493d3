namespace Gravistore.FirmwareSim.Plant;

/// <summary>
/// The plant's energy books: what gravity gave against what was stored, lost and exported. All sums run since the start [J].
/// </summary>
public sealed class EnergyAudit
{
    /// <summary>Number of accounts.</summary>
    public const int AccountCount = (int)AuditAccount.Grid + 1;

    private readonly HoistPlant[] _hoists;
    private readonly GridSide _grid;

    internal EnergyAudit(HoistPlant[] hoists, GridSide grid)
    {
        _hoists = hoists;
        _grid = grid;
        Array.Fill(Scales, 1.0);
    }

    /// <summary>Factor on each account when the balance is struck; 1 except where a test falsifies a law.</summary>
    public double[] Scales { get; } = new double[AccountCount];

    /// <summary>Energy that passed the grid meter in either direction plus work of gravity in either direction [J].</summary>
    public double ThroughputJ
    {
        get
        {
            double sumJ = _grid.GridThroughputJ;
            foreach (HoistPlant hoist in _hoists) sumJ += hoist.Ledger.GravityThroughputJ;
            return sumJ;
        }
    }

    /// <summary>Sources less sinks; 0 if every law is right [J].</summary>
    public double ImbalanceJ
    {
        get
        {
            double sumJ = 0.0;
            for (int i = 0; i < AccountCount; i++) sumJ += SignOf((AuditAccount)i) * Scales[i] * Joules((AuditAccount)i);
            return sumJ;
        }
    }

    /// <summary>Magnitude of the imbalance over the throughput; 0 before anything flowed.</summary>
    public double Residual
    {
        get
        {
            double throughputJ = ThroughputJ;
            return throughputJ > 0.0 ? Math.Abs(ImbalanceJ) / throughputJ : 0.0;
        }
    }

    /// <summary>Sum of one account over the plant [J].</summary>
    public double Joules(AuditAccount account)
    {
        switch (account)
        {
            case AuditAccount.Transformer: return _grid.TransformerJ;
            case AuditAccount.Auxiliary: return _grid.AuxiliaryJ;
            case AuditAccount.Grid: return _grid.GridJ;
        }

        double sumJ = 0.0;
        foreach (HoistPlant hoist in _hoists) sumJ += OfHoist(hoist, account);
        return sumJ;
    }

    /// <summary>+1 for what enters the books, -1 for what is stored, lost or exported.</summary>
    public static double SignOf(AuditAccount account) => account <= AuditAccount.AccretedRope ? 1.0 : -1.0;

    private static double OfHoist(HoistPlant hoist, AuditAccount account) => account switch
    {
        AuditAccount.WeightGravity => hoist.Ledger.WeightGravityJ,
        AuditAccount.RopeGravity => hoist.Ledger.RopeGravityJ,
        AuditAccount.AccretedRope => hoist.Ledger.AccretedRopeJ,
        AuditAccount.StrainWound => hoist.Ledger.StrainWoundJ,
        AuditAccount.Kinetic => hoist.Mechanics.KineticJ - hoist.Ledger.InitialKineticJ,
        AuditAccount.Strain => hoist.Mechanics.StrainJ - hoist.Ledger.InitialStrainJ,
        AuditAccount.RopeDamping => hoist.Ledger.RopeDampingJ,
        AuditAccount.GuideFriction => hoist.Ledger.GuideFrictionJ,
        AuditAccount.Contact => hoist.Ledger.ContactJ,
        AuditAccount.RopeSheaveFriction => hoist.Ledger.RopeSheaveFrictionJ,
        AuditAccount.GearLoadFriction => hoist.Ledger.GearLoadFrictionJ,
        AuditAccount.GearSpeedFriction => hoist.Ledger.GearSpeedFrictionJ,
        AuditAccount.BrakeHeat => hoist.Ledger.BrakeHeatJ,
        AuditAccount.MotorCopper => hoist.Ledger.MotorCopperJ,
        AuditAccount.MotorIron => hoist.Ledger.MotorIronJ,
        AuditAccount.MotorWindage => hoist.Ledger.MotorWindageJ,
        AuditAccount.MotorStray => hoist.Ledger.MotorStrayJ,
        AuditAccount.Inverter => hoist.Ledger.InverterJ,
        AuditAccount.FrontEnd => hoist.Ledger.FrontEndJ,
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "not an account of a hoist"),
    };
}
