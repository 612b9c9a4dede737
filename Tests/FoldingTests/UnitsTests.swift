import Folding
import Testing

@Suite struct UnitsTests {
  @Test(arguments: [
    ("MW", "MW"), ("µg/m³", "μg/m3"), ("µg / m³", "µg/m³"), ("㎡", "m²"), ("m²", "m2"), ("㎞", "km"),
    ("℃", "°C"),
    ("CO₂e", "CO2e"), ("t CO2-eq", "t  CO₂-eq"), ("\u{2126}", "Ω"), ("\u{212B}", "Å"), ("A\u{30A}", "Å"),
    ("kW·h", "kW⋅h"), ("㎿", "MW"), ("s⁻¹", "s-1"),
    ("enterprises", "Enterprises"), ("enterprises", "ENTERPRISES"), ("Jobs", "jobs"), ("Tons", "tons"),
    ("people per year", "People  per Year"), ("家", "家"),
    ("%", "percent"), ("%", "per cent"), ("%", "Pct"), ("%", "％"), ("% of GDP", "percent of GDP"),
  ])
  func same(_ a: String, _ b: String) {
    #expect(Units.areEqual(a, b), "\(Units.key(a)) \(Units.key(b))")
  }

  @Test(arguments: [
    ("MW", "mW"), ("Mt", "mt"), ("Gb", "GB"), ("GB", "gb"), ("mm", "Mm"), ("Mg", "mg"), ("kWh", "KWH"),
    ("kWh", "MWh"), ("t", "T"), ("m²", "m"), ("m²", "m³"), ("MPa", "mPa"), ("MHz", "mHz"), ("Mbar", "mbar"),
    ("Mtoe", "mtoe"), ("Mbit/s", "mbit/s"), ("MWh per year", "mWh per year"), ("МВт", "мВт"), ("㎿", "㎽"),
    ("FLOP", "flop"), ("CO2", "co2"), ("GW", "gigawatts"), ("enterprise", "enterprises"),
    ("firms", "enterprises"),
    ("%", "percentage points"), ("%", "‰"), ("% of GDP", "%"), ("percentage", "%"),
  ])
  func different(_ a: String, _ b: String) {
    #expect(!Units.areEqual(a, b))
  }
}
