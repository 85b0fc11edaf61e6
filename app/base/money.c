/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "money.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"
#define POUND "\xc2\xa3"
#define NBSP "\xc2\xa0"
#define DASH "\xe2\x80\x93"

/* The part of the text that is still to be read. */
typedef struct
{
  const char *at;
  const char *end;
} Span;

/* A number as it was written: its digits, and where the decimal point stands among them. */
typedef struct
{
  guint64 whole;
  const char *fraction;
  gsize n_fraction;
} Decimal;

static const struct
{
  const char *word;
  int exponent;
} scales[] = {
  { "k", 3 }, { "thousand", 3 }, { "m", 6 }, { "mn", 6 }, { "million", 6 }, { "bn", 9 }, { "billion", 9 },
};

static gboolean
take (Span *span, const char *token)
{
  gsize len = strlen (token);

  if ((gsize) (span->end - span->at) < len || g_ascii_strncasecmp (span->at, token, len) != 0)
    return FALSE;
  span->at += len;
  return TRUE;
}

static gboolean
take_last (Span *span, const char *token)
{
  gsize len = strlen (token);

  if ((gsize) (span->end - span->at) < len || g_ascii_strncasecmp (span->end - len, token, len) != 0)
    return FALSE;
  span->end -= len;
  return TRUE;
}

static void
trim (Span *span)
{
  while (span->at < span->end && (g_ascii_isspace (*span->at) || take (span, NBSP)))
    if (span->at < span->end && g_ascii_isspace (*span->at))
      span->at++;
  while (span->at < span->end && (g_ascii_isspace (span->end[-1]) || take_last (span, NBSP)))
    if (span->at < span->end && g_ascii_isspace (span->end[-1]))
      span->end--;
}

static gboolean
take_minus (Span *span)
{
  return take (span, "-") || take (span, MINUS) || take (span, DASH);
}

/* Every sign that the text carries, taken off its ends. More than one sign is not an amount but a riddle. */
static gboolean
take_signs (Span *span, gboolean *negative)
{
  guint signs = 0;

  *negative = FALSE;
  if (span->end - span->at >= 2 && *span->at == '(' && span->end[-1] == ')')
    {
      span->at++;
      span->end--;
      *negative = TRUE;
      signs++;
      trim (span);
    }
  if (take_last (span, "CR"))
    {
      *negative = TRUE;
      signs++;
    }
  else if (take_last (span, "DR"))
    signs++;
  else if (take_last (span, "-") || take_last (span, MINUS))
    {
      *negative = TRUE;
      signs++;
    }
  trim (span);
  for (guint i = 0; i < 2; i++)
    {
      if (take_minus (span))
        {
          *negative = TRUE;
          signs++;
        }
      else if (take (span, "+"))
        signs++;
      trim (span);
      if (i == 0 && !take (span, POUND) && !take (span, "GBP"))
        break;
      trim (span);
    }
  return signs <= 1;
}

/* The power of ten that a suffix stands for: `£19.2m` is 6. */
static int
take_scale (Span *span)
{
  if (take_last (span, "pounds"))
    trim (span);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      Span rest = *span;

      /* Only a whole word counts: `19 cm` is no sum. */
      if (take_last (&rest, scales[i].word) && rest.at < rest.end && !g_ascii_isalpha (rest.end[-1]))
        {
          trim (&rest);
          *span = rest;
          return scales[i].exponent;
        }
    }
  return 0;
}

static gboolean
push_digit (guint64 *value, char digit)
{
  return g_uint64_checked_mul (value, *value, 10) && g_uint64_checked_add (value, *value, digit - '0');
}

/* The whole part, with thousands separators or without. */
static AccordMoneyScan
take_whole (Span *span, guint64 *whole, gsize *n_digits)
{
  gsize in_group = 0;
  gboolean grouped = FALSE;

  for (; span->at < span->end; span->at++)
    {
      if (g_ascii_isdigit (*span->at))
        {
          if (!push_digit (whole, *span->at))
            return ACCORD_MONEY_SCAN_RANGE;
          in_group++;
          (*n_digits)++;
        }
      else if (*span->at == ',')
        {
          if (in_group == 0 || in_group > 3 || (grouped && in_group != 3))
            return ACCORD_MONEY_SCAN_GROUPS;
          grouped = TRUE;
          in_group = 0;
        }
      else
        break;
    }
  return grouped && in_group != 3 ? ACCORD_MONEY_SCAN_GROUPS : ACCORD_MONEY_SCAN_OK;
}

static AccordMoneyScan
take_decimal (Span *span, Decimal *decimal)
{
  gsize n_digits = 0;
  AccordMoneyScan scan = take_whole (span, &decimal->whole, &n_digits);

  if (scan != ACCORD_MONEY_SCAN_OK)
    return scan;
  if (take (span, "."))
    {
      decimal->fraction = span->at;
      while (span->at < span->end && g_ascii_isdigit (*span->at))
        span->at++;
      decimal->n_fraction = span->at - decimal->fraction;
    }
  if (n_digits + decimal->n_fraction == 0 || span->at != span->end)
    return ACCORD_MONEY_SCAN_NOT_MONEY;
  return ACCORD_MONEY_SCAN_OK;
}

/* Moves the decimal point @places to the right; digits that are left behind it must be noughts. */
static AccordMoneyScan
shift_decimal (const Decimal *decimal, int places, guint64 *value)
{
  gsize used = 0;

  *value = decimal->whole;
  for (int i = 0; i < places; i++)
    if (!push_digit (value, used < decimal->n_fraction ? decimal->fraction[used++] : '0'))
      return ACCORD_MONEY_SCAN_RANGE;
  for (; used < decimal->n_fraction; used++)
    if (decimal->fraction[used] != '0')
      return ACCORD_MONEY_SCAN_FRACTION;
  return ACCORD_MONEY_SCAN_OK;
}

/* Writes a number with thousands separators. */
static void
append_grouped (GString *string, guint64 value)
{
  char digits[24];
  int len = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, value);

  for (int i = 0; i < len; i++)
    {
      if (i > 0 && (len - i) % 3 == 0)
        g_string_append_c (string, ',');
      g_string_append_c (string, digits[i]);
    }
}

/* A count of hundredths, trailing noughts dropped. */
static void
append_ratio (GString *string, guint64 hundredths, const char *suffix)
{
  append_grouped (string, hundredths / 100);
  if (hundredths % 100 != 0)
    {
      g_string_append_printf (string, ".%02u", (guint) (hundredths % 100));
      if (string->str[string->len - 1] == '0')
        g_string_truncate (string, string->len - 1);
    }
  g_string_append (string, suffix);
}

static void
append_short (GString *string, guint64 pence)
{
  static const struct
  {
    guint64 pence;
    const char *suffix;
  } units[] = { { 100, "" }, { 100000, "k" }, { 100000000, "m" }, { 100000000000, "bn" } };
  gsize i = 0;

  g_string_append (string, POUND);
  if (pence < units[0].pence)
    {
      g_string_append_printf (string, pence == 0 ? "0" : "0.%02u", (guint) pence);
      return;
    }
  while (i + 1 < G_N_ELEMENTS (units) && pence >= units[i + 1].pence)
    i++;
  for (;; i++)
    {
      guint64 unit = units[i].pence;
      guint64 places = i == 0 ? 1 : pence % (unit / 100) == 0 ? 100 : 10;
      guint64 step = unit / places;
      guint64 steps = pence / step + (pence % step >= step - step / 2 ? 1 : 0);

      /* 999,960 is not `1,000k` but `1m`. */
      if (steps >= 1000 * places && i + 1 < G_N_ELEMENTS (units))
        continue;
      append_ratio (string, steps * (100 / places), units[i].suffix);
      return;
    }
}

/**
 * accord_money_scan:
 * @text: (array length=len): UTF-8 text, not nul-terminated
 * @len: its length in bytes
 * @pence: (out): the sum in pence
 *
 * Reads one sum without allocating, for importers. accord_money_parse() says which shapes are known.
 *
 * Returns: what was found; @pence is set only for %ACCORD_MONEY_SCAN_OK.
 */
AccordMoneyScan
accord_money_scan (const char *text, gsize len, gint64 *pence)
{
  Span span = { text, text + len };
  Decimal decimal = { 0 };
  guint64 value;
  gboolean negative;
  int scale;
  AccordMoneyScan scan;

  g_return_val_if_fail (text != NULL || len == 0, ACCORD_MONEY_SCAN_EMPTY);
  g_return_val_if_fail (pence != NULL, ACCORD_MONEY_SCAN_NOT_MONEY);

  trim (&span);
  if (span.at == span.end)
    return ACCORD_MONEY_SCAN_EMPTY;
  if (!take_signs (&span, &negative))
    return ACCORD_MONEY_SCAN_NOT_MONEY;
  scale = take_scale (&span);
  scan = take_decimal (&span, &decimal);
  if (scan != ACCORD_MONEY_SCAN_OK)
    return scan;
  scan = shift_decimal (&decimal, scale + 2, &value);
  if (scan != ACCORD_MONEY_SCAN_OK)
    return scan;
  if (value > G_MAXINT64)
    return ACCORD_MONEY_SCAN_RANGE;
  *pence = negative ? -(gint64) value : (gint64) value;
  return ACCORD_MONEY_SCAN_OK;
}

/**
 * accord_money_parse:
 * @text: what a person typed or a file holds
 * @pence: (out): the sum in pence
 * @error: return location for a #GError
 *
 * Reads a sum of money exactly, without floating point: `1234.56`, `£1,234.56`, `-12.5`, `(1,234.56)`,
 * `1,234.56 CR`, `£19.2m`, `£350k`, `£6bn`, `19 million pounds`, with the hyphen or the true minus, before or
 * after. Thousands separators must part groups of three; what is smaller than a penny is refused.
 *
 * Returns: %TRUE and @pence, or %FALSE with %ACCORD_BASE_ERROR_MONEY or %ACCORD_BASE_ERROR_RANGE.
 */
gboolean
accord_money_parse (const char *text, gint64 *pence, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (pence != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  shown = g_utf8_make_valid (text, strnlen (text, 80));
  switch (accord_money_scan (text, strlen (text), pence))
    {
    case ACCORD_MONEY_SCAN_OK:
      return TRUE;
    case ACCORD_MONEY_SCAN_EMPTY:
      g_set_error_literal (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_MONEY,
                           _ ("There is no sum of money where one was expected."));
      return FALSE;
    case ACCORD_MONEY_SCAN_GROUPS:
      g_set_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_MONEY,
                   _ ("“%s” is not a sum of money: commas must part groups of three figures."), shown);
      return FALSE;
    case ACCORD_MONEY_SCAN_FRACTION:
      g_set_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_MONEY,
                   _ ("“%s” is not a whole number of pence."), shown);
      return FALSE;
    case ACCORD_MONEY_SCAN_RANGE:
      g_set_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_RANGE,
                   _ ("“%s” is a larger sum than can be kept."), shown);
      return FALSE;
    case ACCORD_MONEY_SCAN_NOT_MONEY:
    default:
      g_set_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_MONEY,
                   _ ("“%s” is not a sum of money: write it like 1,234.56 or £19.2m."), shown);
      return FALSE;
    }
}

/**
 * accord_money_format:
 * @pence: a sum in pence, or %ACCORD_MONEY_UNKNOWN
 * @style: how to write it
 *
 * Writes a sum. What %ACCORD_MONEY_PLAIN, %ACCORD_MONEY_LEDGER and %ACCORD_MONEY_FULL write,
 * accord_money_parse() reads back unchanged.
 *
 * Returns: (transfer full): the text; `–` in a ledger and “not known” elsewhere for an unknown sum.
 */
char *
accord_money_format (gint64 pence, AccordMoneyStyle style)
{
  GString *string;
  guint64 size;

  if (pence == ACCORD_MONEY_UNKNOWN)
    return g_strdup (style == ACCORD_MONEY_LEDGER ? DASH : _ ("not known"));

  size = pence < 0 ? (guint64) -pence : (guint64) pence;
  if (style == ACCORD_MONEY_PLAIN)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", pence < 0 ? "-" : "", size / 100,
                            (guint) (size % 100));

  if (style == ACCORD_MONEY_POUNDS)
    size = (size / 100 + (size % 100 >= 50 ? 1 : 0)) * 100;
  string = g_string_new (pence < 0 && size > 0 ? MINUS : NULL);
  if (style == ACCORD_MONEY_SHORT)
    append_short (string, size);
  else
    {
      if (style != ACCORD_MONEY_LEDGER)
        g_string_append (string, POUND);
      append_grouped (string, size / 100);
      if (style != ACCORD_MONEY_POUNDS)
        g_string_append_printf (string, ".%02u", (guint) (size % 100));
    }
  return g_string_free (string, FALSE);
}

/**
 * accord_money_add:
 * @a: a sum in pence
 * @b: another
 * @sum: (out): the two together
 *
 * Adds two sums, minding the edges.
 *
 * Returns: %FALSE, with @sum untouched, if either is unknown or the result cannot be kept.
 */
gboolean
accord_money_add (gint64 a, gint64 b, gint64 *sum)
{
  gint64 result;

  g_return_val_if_fail (sum != NULL, FALSE);

  if (a == ACCORD_MONEY_UNKNOWN || b == ACCORD_MONEY_UNKNOWN || __builtin_add_overflow (a, b, &result)
      || result == ACCORD_MONEY_UNKNOWN)
    return FALSE;
  *sum = result;
  return TRUE;
}

/**
 * accord_money_subtract:
 * @a: a sum in pence
 * @b: what is taken from it
 * @difference: (out): what is left
 *
 * Takes one sum from another, minding the edges.
 *
 * Returns: %FALSE, with @difference untouched, if either is unknown or the result cannot be kept.
 */
gboolean
accord_money_subtract (gint64 a, gint64 b, gint64 *difference)
{
  return b == ACCORD_MONEY_UNKNOWN ? FALSE : accord_money_add (a, -b, difference);
}
