remitSearch.facet("a4a19703d163e7ab",15,[["Original","+MC"],["Machine translation","/M"],["PDF text","tN"],["Web page","iMBCBBBCDBCBBBBCBBBBBBJFCCBBDBCBBBBB"],["Archive","kMFCBDGNCN"]])
