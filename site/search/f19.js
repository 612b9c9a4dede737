remitSearch.facet("044c88928714de17",19,[["Authors of Foresight 2020","uRBBFBBBD"],["MERICS","+QBBBBBBBBBCBBHBBFDB"],["Sino-German Industrie 4.0 project","oREBEJ"]])
