remitSearch.take([["2022","3F"],["2024","0FBB"],["2025","vFBBBB"],["2026","2F"],["2027","iFBBBBBBBBBBBB"],["2049","hF"]])
