/// Every sort of view that there is; the manual's page on views has a section for each.
enum ViewTypes {
  static let all: [any View.Type] = [
    ChangesView.self,
    WordingsView.self,
    CompareView.self,
    CoverageView.self,
    CrosstabView.self,
    GlossaryView.self,
    LadderView.self,
    MatrixView.self,
    NetworkView.self,
    RegisterView.self,
    SourcesView.self,
    TrackerView.self,
    TimelineView.self,
  ]
}
