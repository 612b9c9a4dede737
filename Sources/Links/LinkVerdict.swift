/// What became of asking for a page elsewhere.
package enum LinkVerdict: Hashable, Sendable {
  case alive
  /// Alive at another address, to which the old one leads for good.
  case moved(to: String)
  /// With the reason, in words.
  case dead(String)
  /// Dead, as far as this machine can tell: no server said so.
  case unreached(String)
  /// No answer on whether the page is there: many servers turn programs away.
  case unchecked(String)
  /// As `unchecked`, from a server that is there and says nothing.
  case unanswered(String)

  /// As the cache writes it: a word, and what goes with it. Of what was not reached or not answered it writes nothing,
  /// for the fault may have been this machine's.
  var written: (word: String, detail: String?)? {
    switch self {
    case .alive: ("alive", nil)
    case .moved(let address): ("moved", address)
    case .dead(let reason): ("dead", reason)
    case .unreached, .unanswered: nil
    case .unchecked(let reason): ("unchecked", reason)
    }
  }

  init?(word: String, detail: String?) {
    switch (word, detail) {
    case ("alive", _): self = .alive
    case ("moved", let address?): self = .moved(to: address)
    case ("dead", let reason?): self = .dead(reason)
    case ("unchecked", let reason?): self = .unchecked(reason)
    default: return nil
    }
  }

  /// Whether the page was there, so that it need not be asked for again soon.
  var isGood: Bool {
    switch self {
    case .alive, .moved: true
    case .dead, .unreached, .unchecked, .unanswered: false
    }
  }
}
