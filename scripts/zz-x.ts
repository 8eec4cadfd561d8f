import { otherNamesOf, isTableName } from "@/core/checks/names/country-names";
console.log(otherNamesOf("Rhine","en"), otherNamesOf("Russia","en"), otherNamesOf("Poland","en"), isTableName("Rhine","en"));
