remitSearch.take([["CSRC","mCF"],["MOFCOM","mCE"],["MoF","mCF"],["MIIT","kCBBBBBBBB"],["MoST","lCF"],["Relevant departments","sC"],["SASAC","kCBBBBBBB"],["Industry associations","sC"]])
