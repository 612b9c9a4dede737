remitSearch.facet("9354b63951384a65",11,[["Official","hFBBBBBBBBBBBBBBBBBBCBBBBBBBB"],["Third party","0FC"]])
