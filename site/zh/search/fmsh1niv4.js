remitSearch.take([["2022年","3F"],["2024年","0FBB"],["2025年","vFBBBB"],["2026年","2F"],["2027年","iFBBBBBBBBBBBB"],["2049年","hF"]])
