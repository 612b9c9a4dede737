remitSearch.facet("9354b63951384a65",19,[["Authors of Foresight 2020","uRBBFBBBD"],["MERICS","+QBBBBBBBBBCBBHBBFDB"],["Sino-German Industrie 4.0 project","oREBEJ"]])
