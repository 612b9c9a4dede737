remitSearch.facet("044c88928714de17",15,[["Original","+MC"],["Machine translation","/M"],["PDF text","tN"],["Web page","iMBCBBBCDBCBBBBCBBBBBBJFCCBBDBCBBBBB"],["Archive","kMFCBDGNCN"]])
