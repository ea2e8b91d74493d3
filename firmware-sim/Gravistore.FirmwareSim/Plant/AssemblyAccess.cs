using System.Runtime.CompilerServices;

// The laws of the plant are tested one by one; outside the project only SimPlant and what it shows are public.
[assembly: InternalsVisibleTo("Gravistore.FirmwareSim.Tests")]
