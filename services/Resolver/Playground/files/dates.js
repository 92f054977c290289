// Partial dates ("2010", "2010-09", "2010-09-04") and the slider over months.

const firstYear = 1990;
const scaleYears = 5;

/** "2010-09-04" → 2010.67; parts that are missing count as their first. */
export function fractionalYear(date) {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

/** "2010-09" → "September 2010". */
export function inWords(date) {
  const [year, month, day] = date.split("-");
  if (!month)
    return year;
  const name = new Date(Date.UTC(2000, month - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
  return `${day ? `${Number(day)} ` : ""}${name} ${year}`;
}

/** The last month of the slider. */
export function lastMonth(today = new Date()) {
  return monthNumber(today.toISOString().slice(0, 7));
}

/** Months since January 1990 of a partial date; a year alone counts from its middle. */
export function monthNumber(date) {
  const [year, month = 7] = date.split("-").map(Number);
  return (year - firstYear) * 12 + month - 1;
}

/** The month of a slider position: 248 → "2010-09". */
export function monthOf(number) {
  return `${firstYear + Math.floor(number / 12)}-${String(number % 12 + 1).padStart(2, "0")}`;
}

/** The years written under the slider, and where: 0 to 100 percent. */
export function scale() {
  const years = [];
  for (let month = 0; month <= lastMonth(); month += scaleYears * 12)
    years.push({ year: String(firstYear + month / 12), percent: 100 * month / lastMonth() });
  return years;
}
