remitSearch.take([["Authors of Foresight 2020","uRBBFBBBD"],["MERICS","+QBBBBBBBBBCBBHBBFDB"],["Sino-German Industrie 4.0 project","oREBEJ"]])
