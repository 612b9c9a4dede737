remitSearch.facet("8f819ebf2c225597",19,[["Authors of Foresight 2020","uRBBFBBBD"],["MERICS","+QBBBBBBBBBCBBHBBFDB"],["Sino-German Industrie 4.0 project","oREBEJ"]])
