import Testing

@testable import Links

@Suite struct NetworkAddressTests {
  @Test(arguments: [
    "127.0.0.1", "127.255.255.255", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1",
    "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "2130706433", "0x7F000001",
    "017700000001",
    "127.1", "127.0.1", "0177.0x0.1", "127.0.0.1.", "[::]", "[::1]", "::1", "fe80::1%eth0", "[fc00::]",
    "[ff02::1]",
    "[::ffff:7f00:1]", "[::127.0.0.1]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]", "localhost",
    "LOCALHOST".lowercased(),
    "a.localhost", "printer.local", "x.internal", "x.home.arpa", "router", "intranet.",
  ])
  func isPrivate(_ host: String) { #expect(NetworkAddress.isPrivate(host: host)) }

  @Test(arguments: [
    "example.org", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.167.1.1", "100.128.0.1", "11.0.0.0", "126.1",
    "0x08080808",
    "[2606:4700::1]", "[2002:808:808::]", "[64:ff9b::808:808]", "localhost.example.org", "10.example",
    "4294967296.org",
    "1.2.3.4.5.example", "1e3.example",
  ])
  func isPublic(_ host: String) { #expect(!NetworkAddress.isPrivate(host: host)) }

  @Test func whatIsNoAddressIsNone() {
    for host in [
      "256.0.0.1", "1.2.3.4.5", "4294967296", "-1", "+1", "1..2", "", ".", "0x", "09", "99999999999999999999",
    ] {
      #expect(NetworkAddress.ipv4(host) == (host == "0x" ? 0 : nil), "\(host)")
    }
    #expect(NetworkAddress.ipv4("1.65536.1") == nil)
    #expect(NetworkAddress.ipv4("1.2.65535") == 0x0102_FFFF)
  }

  @Test func namesAreLookedUp() async {
    #expect(await HostLookup.addresses(of: "localhost").contains { NetworkAddress.isPrivate(host: $0) })
  }

  @Test func hostAndPortAreThoseThatCurlAsks() {
    for (address, name, port) in [
      ("http://h.example/", "h.example", 80), ("HTTPS://H.example:8443?x", "h.example", 8443),
      ("https://[::1]:99/", "[::1]", 99), ("https://u:p@h/", "h", 443), ("http://a\\@b/", "a", 80),
    ] as [(String, String, UInt16)] {
      #expect(WebAddress.hostName(of: address) == name)
      #expect(WebAddress.port(of: address) == port)
    }
    #expect(WebAddress.port(of: "http://h:99999999999999999999/") == nil)
    #expect(
      WebAddress.hasUser("https://u:p@h/") && !WebAddress.hasUser("https://h/@x")
        && WebAddress.hasUser("https://@h"))
  }
}
