remitSearch.facet("8f819ebf2c225597",11,[["Official","hFBBBBBBBBBBBBBBBBBBCBBBBBBBB"],["Third party","0FC"]])
