remitSearch.facet("044c88928714de17",11,[["Official","hFBBBBBBBBBBBBBBBBBBCBBBBBBBB"],["Third party","0FC"]])
