remitSearch.facet("a4a19703d163e7ab",19,[["Authors of Foresight 2020","uRBBFBBBD"],["MERICS","+QBBBBBBBBBCBBHBBFDB"],["Sino-German Industrie 4.0 project","oREBEJ"]])
