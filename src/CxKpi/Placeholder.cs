namespace CxKpi;
