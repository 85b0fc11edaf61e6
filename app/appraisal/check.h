/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"

G_BEGIN_DECLS

/**
 * AccordCbaFaultCode:
 *
 * What can be wrong with a CBA. Sentences are made of it where there is a language, by
 * accord_cba_fault_dup_words().
 */
typedef enum
{
  ACCORD_FAULT_HORIZON,     /* not 1 to 500 years */
  ACCORD_FAULT_NO_SCHEDULE, /* nothing to discount by */
  ACCORD_FAULT_SCHEDULE,    /* a schedule's bands do not begin at year 1, are out of order, or ≤ −100 % */
  ACCORD_FAULT_SERIES,      /* a price series has no years, twice the same, or an index ≤ 0 */
  ACCORD_FAULT_NO_INDEX,    /* the series of a line does not have the year in `year` */
  ACCORD_FAULT_NO_SERIES,   /* prices of another year, and no series to re-base them */
  ACCORD_FAULT_TWO_COMPARATORS,
  ACCORD_FAULT_TWO_SAME,       /* two lines or options with one uid */
  ACCORD_FAULT_TOO_MANY,       /* lines */
  ACCORD_FAULT_NEGATIVE,       /* `field` is below nought */
  ACCORD_FAULT_OVER_ONE,       /* `field` is over 100 % */
  ACCORD_FAULT_SHARES,         /* the shares of who gains do not add to 100 %; `value` is their sum */
  ACCORD_FAULT_GRADE,          /* a grade the table does not have; `value` */
  ACCORD_FAULT_NO_GRADES,      /* a grade, and no table of grades */
  ACCORD_FAULT_BEYOND_HORIZON, /* an amount in a year that is not counted; `year` */
  ACCORD_FAULT_TOO_LARGE,      /* `field`, or what it comes to in `year`, is beyond ACCORD_CBA_LARGEST */
  ACCORD_FAULT_REFERENCE,   /* `field` names an organisation, schedule, series or group that is not there */
  ACCORD_FAULT_BIAS_CODE,   /* a worksheet names works that the table does not have */
  ACCORD_FAULT_BIAS_SHARES, /* shares of a worksheet: works do not add to 100 %, or mitigations exceed it */
  ACCORD_FAULT_SPREAD,      /* low, likely and high are out of order, or a normal deviation below nought */
} AccordCbaFaultCode;

/**
 * AccordCbaField:
 *
 * The typed numbers of lines: for faults, for what-ifs, and to explain.
 */
typedef enum
{
  ACCORD_CBA_FIELD_NONE,
  ACCORD_CBA_FIELD_AMOUNT,
  ACCORD_CBA_FIELD_BIAS,
  ACCORD_CBA_FIELD_MITIGATED,
  ACCORD_CBA_FIELD_NEED,
  ACCORD_CBA_FIELD_ENGAGEMENT,
  ACCORD_CBA_FIELD_IMPACT,
  ACCORD_CBA_FIELD_DEADWEIGHT,
  ACCORD_CBA_FIELD_UNIT_VALUE,
  ACCORD_CBA_FIELD_ATTRIBUTION,
  ACCORD_CBA_FIELD_DISPLACEMENT,
  ACCORD_CBA_FIELD_LEAKAGE,
  ACCORD_CBA_FIELD_LAG,
  ACCORD_CBA_FIELD_DROP_OFF,
  ACCORD_CBA_FIELD_LASTS,
  ACCORD_CBA_FIELD_PHASING,
  ACCORD_CBA_FIELD_GRADE,
  ACCORD_CBA_FIELD_CASHABLE,
  ACCORD_CBA_FIELD_SHARE,
  ACCORD_CBA_FIELD_PRICE_YEAR,
  ACCORD_CBA_FIELD_SCHEDULE,
  ACCORD_CBA_FIELD_SERIES,
  ACCORD_CBA_FIELD_ORGANISATION,
  ACCORD_CBA_FIELD_GROUP,
  ACCORD_CBA_FIELD_WORKSHEET,
  ACCORD_CBA_FIELD_SPREAD,
  ACCORD_CBA_FIELD_RATE,
  ACCORD_CBA_FIELD_HORIZON,
  ACCORD_CBA_N_FIELDS,
} AccordCbaField;

/**
 * AccordCbaFault:
 * @code: what is wrong
 * @option: index of the option, or %ACCORD_CBA_NONE
 * @is_outcome: whether @line is of its outcomes; else of its costs
 * @line: index of the line in its option, or %ACCORD_CBA_NONE
 * @field: which of its numbers
 * @year: which year, where that matters; else %ACCORD_NO_YEAR
 * @value: the number that is wrong, where there is one; else 0
 *
 * One thing that is wrong, and where.
 */
typedef struct
{
  AccordCbaFaultCode code;
  guint option;
  gboolean is_outcome;
  guint line;
  AccordCbaField field;
  int year;
  double value;
} AccordCbaFault;

GArray *accord_cba_check (const AccordCba *self);

G_END_DECLS
