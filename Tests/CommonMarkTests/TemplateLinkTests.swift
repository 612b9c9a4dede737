import Testing

@testable import CommonMark

/// Links whose destination other tools make of a tag.
@Suite struct TemplateLinkTests {
  @Test(arguments: [
    ("[a]({{< ref \"b.md\" >}})", "b.md"),
    ("[a]({{% relref \"/b/c.md#d\" %}})", "/b/c.md#d"),
    ("[a]({{<ref path=\"b.md\">}})", "b.md"),
    ("[a]({{< ref `b` >}}#c)", "b#c"),
    ("[a]({{< ref b >}} \"Title\")", "b"),
    ("[a]({{< ref \"b c.md\" >}})", "b%20c.md"),
    ("[a]({% link b/c.md %})", "/b/c.md"),
    ("[a]({{ site.baseurl }}{% link b.md %}#c)", "/b.md#c"),
    ("[a]({% post_url 2024-05-01-b %})", "/_posts/2024-05-01-b"),
    ("[a]({{ site.baseurl }}/b/)", "/b/"),
    ("[a]({{site.url}}{{site.baseurl}}/b/)", "/b/"),
    ("[a]({{ site.baseurl }})", "/"),
    ("[a]({{ '/b/' | relative_url }})", "/b/"),
    ("[a]({{ \"b\" | prepend: site.baseurl }})", "/b"),
    ("**x** [a]( {{ '/b' | relative_url }} )", "/b"),
  ])
  func leadToThePageThatTheTagMeans(_ text: String, _ destination: String) {
    #expect(html(text).contains("<a href=\"\(destination)\""), "\(html(text))")
  }

  @Test func areImagesToo() {
    #expect(html("![a]({{ site.baseurl }}/b.png)") == "<p><img src=\"/b.png\" alt=\"a\" /></p>\n")
  }

  @Test(arguments: [
    "[a]({{< param \"b\" >}})", "[a]({{ page.url }})", "[a]({{ b | relative_url }})", "[a]({% include b %})",
    "[a]({{< ref \"b.md\" lang=\"en\" >}})", "`[a]({{< ref \"b\" >}})`", "[a]({{< ref \"b\"",
    "[a]({{ '/b' | upcase }})", "    [a]({{< ref \"b\" >}})", "[a]({{ site.baseurl }}x)",
  ])
  func othersStayText(_ text: String) {
    #expect(!html(text).contains("<a "), "\(html(text))")
    #expect(html(text).contains("{"))
  }
}
