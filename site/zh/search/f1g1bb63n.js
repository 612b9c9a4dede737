remitSearch.take([["官方","hFBBBBBBBBBBBBBBBBBBCBBBBBBBB"],["第三方","0FC"]])
