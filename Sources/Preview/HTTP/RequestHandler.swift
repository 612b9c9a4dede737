import NIOCore
import NIOHTTP1

/// The head of a request, or why it cannot be read.
typealias Request = Result<HTTPRequestHead, Refusal>

/// Passes on the heads of the requests that the decoder finds, and sees to it that they come in time. Bodies
/// are left out: a request with one is refused for its head.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = Request

  struct SlowHead: Error {}

  private let time: TimeAmount
  private var deadline: Scheduled<Void>?
  private var hasHead = false
  private var isBroken = false

  /// - Parameter time: for a whole head, from its first byte.
  init(time: Duration) { self.time = TimeAmount(time) }

  /// The decoder, with limits; what is beyond them is answered with 431.
  static func decoder() -> ByteToMessageHandler<HTTPRequestDecoder> {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldCount = 100
    limits.maxHeaderFieldSize = 16 << 10
    limits.maxHeaderListSize = 32 << 10
    // Blanks between names and values count only here.
    return ByteToMessageHandler(
      HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits),
      maximumBufferSize: 64 << 10)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else { return }
    hasHead = true
    stopWaiting()
    context.fireChannelRead(wrapInboundOut(.success(head)))
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Something came, but no head is complete.
    if !hasHead, deadline == nil {
      deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
        // Ends the requests; answers to those before are still written.
        context.fireErrorCaught(SlowHead())
      }
    }
    hasHead = false
    context.fireChannelReadComplete()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let refusal = Refusal(error) else { return context.fireErrorCaught(error) }
    stopWaiting()
    // What follows on the first mistake is no request.
    guard !isBroken else { return }
    isBroken = true
    context.fireChannelRead(wrapInboundOut(.failure(refusal)))
  }

  func channelInactive(context: ChannelHandlerContext) {
    stopWaiting()
    context.fireChannelInactive()
  }

  private func stopWaiting() {
    deadline?.cancel()
    deadline = nil
  }
}

extension Refusal {
  /// `nil` for an error that is not the decoder's.
  fileprivate init?(_ error: any Error) {
    switch error {
    case HTTPParserError.headerOverflow, is ByteToMessageDecoderError.PayloadTooLargeError:
      self.init(status: 431, reason: "the header is longer than 32 KiB or has over 100 fields", closes: true)
    case HTTPParserError.invalidVersion:
      self.init(status: 505, reason: "the request's version is not HTTP/1.0 or HTTP/1.1", closes: true)
    case is HTTPParserError, is ByteToMessageDecoderError:
      self = .malformed("the request is not well-formed HTTP")
    default: return nil
    }
  }
}
