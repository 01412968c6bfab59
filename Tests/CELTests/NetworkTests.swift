import CEL
import Testing

@Suite("network")
struct NetworkTests {
  @Test(arguments: [
    ("type(ip('192.168.0.1')) == net.IP", "true"), ("type(ip('::1'))", "net.IP"),
    ("type(cidr('192.168.0.0/24')) == net.CIDR", "true"), ("net.CIDR == net.IP", "false"),
    ("type(ip('::1')) == type(cidr('::/8'))", "false"),
    ("ip('127.0.0.1') == ip('127.0.0.1')", "true"), ("ip('127.0.0.1') == ip('10.0.0.1')", "false"),
    ("ip('127.0.0.1') != ip('::127.0.0.1')", "true"), ("ip('::') == ip('::ffff')", "false"),
    ("ip('0.0.0.0') == ip('::')", "false"), ("ip('2001:db8::1') == ip('2001:DB8:0::1')", "true"),
    // An address of version 4 that is written as one of version 6.
    ("ip('::ffff:c0a8:1') == ip('192.168.0.1')", "true"), ("ip('::ffff:c0a8:1').family()", "4"),
    ("string(ip('::ffff:c0a8:1'))", "\"192.168.0.1\""),
    ("cidr('192.168.0.0/16').containsIP('::ffff:c0a8:1')", "true"),
    ("ip.isCanonical('::ffff:c0a8:1')", "false"), ("isIP('::ffff:192.168.0.1')", "false"),
    ("isCIDR('::ffff:c0a8:1/112')", "false"),
    ("cidr('127.0.0.1/24') == cidr('127.0.0.1/24')", "true"),
    ("cidr('127.0.0.1/24') == cidr('127.0.0.2/24')", "false"),
    ("cidr('127.0.0.1/24') == cidr('127.0.0.1/25')", "false"),
    ("cidr('127.0.0.1/24').masked() == cidr('127.0.0.2/24').masked()", "true"),
    ("dyn(ip('1.2.3.4')) == dyn(cidr('1.2.3.4/32'))", "false"), ("dyn(ip('::')) == 0", "false"),
    ("cidr('192.168.1.5/24').ip() == ip('192.168.1.5')", "true"),
    ("cidr('10.0.0.0/8').containsCIDR(cidr('10.0.0.0/8'))", "true"),
    ("cidr('10.0.0.0/8').containsCIDR('0.0.0.0/4')", "false"),
    ("cidr('10.0.0.0/8').containsCIDR('::1/128')", "false"),
    ("cidr('::/0').containsIP(ip('10.0.0.1'))", "false"),
    ("ip('10.0.0.1') in [ip('10.0.0.2'), ip('10.0.0.1')]", "true"),
    ("['10.0.0.1', '10.0.0.9', '::ffff:a00:1'].map(t, ip(t)).distinct().size()", "2"),
    ("['b', '::1', '1.2.3.4'].filter(t, isIP(t))", "[\"::1\", \"1.2.3.4\"]"),
    ("dyn(ip('::1')).isLoopback()", "true"), ("cidr(dyn('::/8')).prefixLength()", "8"),
    ("[ip('1.2.3.4'), cidr('::/8')]", "[ip(\"1.2.3.4\"), cidr(\"::/8\")]"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text).description == wanted, "\(text)")
  }

  /// The text itself never stands in a message.
  @Test(arguments: [
    ("ip('192.168.0.1.0')", "IP Address parse error during conversion from string"),
    ("ip('')", "IP Address parse error during conversion from string"),
    ("ip('2001:db8:::68')", "IP Address parse error during conversion from string"),
    ("ip.isCanonical('127.0.0.1.0')", "IP Address parse error during conversion from string"),
    ("ip('1.2.3.4%a')", "IP Address parse error during conversion from string"),
    ("ip('fe80::1%en0')", "IP Address with zone value is not allowed"),
    ("ip('::ffff:192.168.0.1')", "IPv4-mapped IPv6 address is not allowed"),
    ("ip.isCanonical('::FFFF:1.2.3.4')", "IPv4-mapped IPv6 address is not allowed"),
    ("cidr('192.168.0.0/')", "CIDR network address parse error during conversion from string"),
    ("cidr('192.168.0.0')", "CIDR network address parse error during conversion from string"),
    ("cidr('1.2.3/8')", "CIDR network address parse error during conversion from string"),
    ("cidr('fe80::1%en0/24')", "CIDR with zone value is not allowed"),
    ("cidr('::ffff:192.168.0.1/24')", "IPv4-mapped IPv6 address is not allowed"),
    ("cidr('::ffff:c0a8:1/24')", "IPv4-mapped IPv6 address is not allowed"),
    ("cidr('10.0.0.0/8').containsIP('x')", "IP Address parse error during conversion from string"),
    (
      "cidr('10.0.0.0/8').containsCIDR('10.0.0.1')",
      "CIDR network address parse error during conversion from string"
    ),
    ("dyn(cidr('::/8')).family()", "no such overload"), ("isIP(dyn(ip('::')))", "no such overload"),
    ("ip(dyn(1))", "no such overload"), ("dyn('::1').isLoopback()", "no such overload"),
    ("dyn(ip('::1')).masked()", "no such overload"), ("isCIDR(dyn(1))", "no such overload"),
    ("cidr('::/8').containsIP(dyn(cidr('::/8')))", "no such overload"),
  ])
  func givesAnError(_ text: String, _ message: String) throws {
    #expect(try evaluate(text).description == "error: " + message, "\(text)")
  }

  @Test(arguments: [
    (
      "isIP(cidr('192.168.0.0/24'))",
      "found no matching overload for 'isIP' applied to '(net.CIDR)'"
    ),
    (
      "ip('::') == cidr('::/8')",
      "found no matching overload for '_==_' applied to '(net.IP, net.CIDR)'"
    ),
    ("ip('::') < ip('::1')", "found no matching overload for '_<_' applied to '(net.IP, net.IP)'"),
  ])
  func isRefusedByTheChecker(_ text: String, _ message: String) {
    #expect(issues(text).map(\.message) == [message])
  }

  @Test func endlessTextsAreRefused() throws {
    let environment = Environment(variables: [Variable("text", .string)])
    let program = try environment.program(environment.compile("isIP(text) || isCIDR(text)"))
    for start in ["1.2.3.4", "::", "1:", "fe80::1%", "10.0.0.0/8", "10.0.0.0/0"] {
      let text = start + String(repeating: "0", count: 1 << 16)
      let value = program.evaluate(Cells(values: [.string(text)]))
      #expect(value.isEqual(to: .bool(false)), "\(start)")
    }
  }
}
