namespace Iot.Device.Ads1115;

/// <summary>Conversions a second.</summary>
public enum DataRate { SPS008 = 0, SPS016 = 1, SPS032 = 2, SPS064 = 3, SPS128 = 4, SPS250 = 5, SPS475 = 6, SPS860 = 7 }

/// <summary>Converts all the time, or once when asked.</summary>
public enum DeviceMode { Continuous = 0, PowerDown = 1 }

/// <summary>Which inputs are measured.</summary>
public enum InputMultiplexer { AIN0 = 4, AIN1 = 5, AIN2 = 6, AIN3 = 7, AIN0_AIN1 = 0, AIN0_AIN3 = 1, AIN1_AIN3 = 2, AIN2_AIN3 = 3 }

/// <summary>Full scale in mV.</summary>
public enum MeasuringRange { FS6144 = 0, FS4096 = 1, FS2048 = 2, FS1024 = 3, FS0512 = 4, FS0256 = 5 }
