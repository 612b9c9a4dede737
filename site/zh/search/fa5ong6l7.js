remitSearch.take([["外资企业","hRCCCCBJJB"],["中小企业","uRBGBBBD"],["转型升级","+QMGCHE"],["自主可控","iRG"],["政策连续性","+QEEO"],["扶持方式","kRIFJC"],["绿色转型","/QBGBE"],["产业现状","tRCI"]])
