remitSearch.facet("a4a19703d163e7ab",11,[["Official","hFBBBBBBBBBBBBBBBBBBCBBBBBBBB"],["Third party","0FC"]])
