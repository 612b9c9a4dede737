remitSearch.take([["Original","+MC"],["Machine translation","/M"],["PDF text","tN"],["Web page","iMBCBBBCDBCBBBBCBBBBBBJFCCBBDBCBBBBB"],["Archive","kMFCBDGNCN"]])
