remitSearch.take([["原文","+MC"],["机器翻译","/M"],["PDF文本","tN"],["网页","iMBCBBBCDBCBBBBCBBBBBBJFCCBBDBCBBBBB"],["存档","kMFCBDGNCN"]])
