remitSearch.take([["Official","hFBBBBBBBBBBBBBBBBBBCBBBBBBBB"],["Third party","0FC"]])
