namespace Gravistore.Config;

/// <summary>What a configuration file is, by its "schema" key. Sim and Scenario are known here but read by their own projects.</summary>
public enum ConfigFileKind { Unknown, Plant, Sim, Scenario, Drive, Meter, BrakeUnit, HoistIo, PlantIo, Links, Wiring }
