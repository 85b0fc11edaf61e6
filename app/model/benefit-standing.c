/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benefit-standing.h"

#include "date.h"
#include "financial-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WHOLE 10000
/* Further than this many times the way is no progress that anybody can picture. */
#define FARTHEST 1e6

void
accord_benefit_standing_free (AccordBenefitStanding *self)
{
  g_free (self->measure);
  g_free (self->unit);
  g_free (self->organisation);
  g_free (self->note);
  g_free (self->baseline);
  g_free (self->target);
  g_free (self->target_date);
  g_clear_pointer (&self->actuals, g_ptr_array_unref);
  g_free (self);
}

static double
number_of (const char *text)
{
  return g_ascii_strtod (text, NULL);
}

static gint64
find_progress (const AccordBenefitStanding *self)
{
  double way, come;

  if (self->baseline == NULL || self->target == NULL || self->latest == NULL)
    return ACCORD_UNKNOWN;
  way = number_of (self->target) - number_of (self->baseline);
  if (way == 0)
    return ACCORD_UNKNOWN;
  come = (self->latest->value - number_of (self->baseline)) / way;
  /* What is no number at all is not within the bounds either. */
  if (!(come >= -FARTHEST && come <= FARTHEST))
    return ACCORD_UNKNOWN;
  return (gint64) (come * WHOLE + (come < 0 ? -0.5 : 0.5));
}

/* Where baseline and target are the same the value is to be kept, whichever way it would leave. */
static gboolean
is_reached (const AccordBenefitStanding *self)
{
  double target = number_of (self->target);
  double baseline = self->baseline != NULL ? number_of (self->baseline) : target;

  if (target > baseline)
    return self->latest->value >= target;
  if (target < baseline)
    return self->latest->value <= target;
  return self->latest->value == target;
}

static AccordBenefitState
find_state (const AccordBenefitStanding *self, const char *today)
{
  if (self->latest == NULL)
    return self->target != NULL ? ACCORD_BENEFIT_NO_ACTUALS : ACCORD_BENEFIT_NO_FIGURES;
  if (self->target == NULL)
    return ACCORD_BENEFIT_NO_TARGET;
  if (is_reached (self))
    return ACCORD_BENEFIT_REACHED;
  if (self->baseline == NULL)
    return ACCORD_BENEFIT_NO_BASELINE;
  if (accord_date_is_past (self->target_date, today))
    return ACCORD_BENEFIT_MISSED;
  if (ABS (self->latest->value - number_of (self->target))
      < ABS (number_of (self->baseline) - number_of (self->target)))
    return ACCORD_BENEFIT_TOWARDS;
  return ACCORD_BENEFIT_NO_NEARER;
}

/**
 * accord_benefit_standing_new:
 * @benefit: a benefit
 * @today: today as an ISO date
 *
 * Returns: (transfer full): how it stands
 */
AccordBenefitStanding *
accord_benefit_standing_new (AccordRecord *benefit, const char *today)
{
  AccordBenefitStanding *self = g_new0 (AccordBenefitStanding, 1);

  self->benefit = accord_record_get_id (benefit);
  self->measure = accord_record_dup_title (benefit);
  self->unit = g_strdup (accord_record_get_text (benefit, "unit"));
  self->organisation = g_strdup (accord_record_get_reference_title (benefit, "organisation"));
  self->note = g_strdup (accord_record_get_text (benefit, "note"));
  self->baseline = g_strdup (accord_record_get_text (benefit, "baseline"));
  self->target = g_strdup (accord_record_get_text (benefit, "target"));
  self->target_date = g_strdup (accord_record_get_text (benefit, "target-date"));
  self->actuals = accord_dated_values_parse (accord_record_get_text (benefit, "actuals"));
  if (self->actuals->len > 0)
    self->latest = self->actuals->pdata[self->actuals->len - 1];
  self->state = find_state (self, today);
  self->progress = find_progress (self);
  return self;
}

typedef struct
{
  GPtrArray *benefits;
  const char *today;
} Taking;

static gboolean
take_benefit (AccordRecord *benefit, gpointer data, GError **error)
{
  Taking *taking = data;

  g_ptr_array_add (taking->benefits, accord_benefit_standing_new (benefit, taking->today));
  return TRUE;
}

/* In the order in which they were recorded, those that only are named last. */
static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const AccordBenefitStanding *one = *(AccordBenefitStanding *const *) a;
  const AccordBenefitStanding *other = *(AccordBenefitStanding *const *) b;
  int order = accord_benefit_standing_has_figures (other) - accord_benefit_standing_has_figures (one);

  return order != 0 ? order : (one->benefit > other->benefit) - (one->benefit < other->benefit);
}

/**
 * accord_benefit_standings:
 * @reader: a reader
 * @programme: identifier of a programme
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordBenefitStanding): its benefits, those with figures first;
 *   %NULL on failure
 */
GPtrArray *
accord_benefit_standings (AccordReader *reader, gint64 programme, const char *today, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "benefit");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) benefits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) accord_benefit_standing_free);
  Taking taking = { benefits, today };

  accord_query_add_number (query, accord_kind_find_field (kind, "programme"), ACCORD_OPERATOR_EQUAL,
                           programme);
  if (!accord_reader_walk (reader, query, take_benefit, &taking, error))
    return NULL;
  g_ptr_array_sort (benefits, compare_standings);
  return g_steal_pointer (&benefits);
}

/**
 * accord_benefit_state_is_on_track:
 * @state: how a benefit stands
 *
 * Returns: whether its target is reached, or nearer than it was with time left
 */
gboolean
accord_benefit_state_is_on_track (AccordBenefitState state)
{
  return state == ACCORD_BENEFIT_REACHED || state == ACCORD_BENEFIT_TOWARDS;
}

/**
 * accord_benefit_standing_has_figures:
 * @self: how a benefit stands
 *
 * Returns: whether there is any number to draw
 */
gboolean
accord_benefit_standing_has_figures (const AccordBenefitStanding *self)
{
  return self->baseline != NULL || self->target != NULL || self->latest != NULL;
}

/**
 * accord_benefit_state_get_words:
 * @state: how a benefit stands
 *
 * Returns: (transfer none): the same for people
 */
const char *
accord_benefit_state_get_words (AccordBenefitState state)
{
  switch (state)
    {
    case ACCORD_BENEFIT_NO_ACTUALS:
      return _ ("No actual values yet");
    case ACCORD_BENEFIT_NO_TARGET:
      return _ ("No target");
    case ACCORD_BENEFIT_NO_BASELINE:
      return _ ("No baseline");
    case ACCORD_BENEFIT_REACHED:
      return _ ("Reached");
    case ACCORD_BENEFIT_TOWARDS:
      return _ ("On its way");
    case ACCORD_BENEFIT_NO_NEARER:
      return _ ("No nearer");
    case ACCORD_BENEFIT_MISSED:
      return _ ("Not reached in time");
    case ACCORD_BENEFIT_NO_FIGURES:
    default:
      return _ ("No figures yet");
    }
}

/**
 * accord_benefit_state_get_code:
 * @state: how a benefit stands
 *
 * Returns: (transfer none): the same for programs
 */
const char *
accord_benefit_state_get_code (AccordBenefitState state)
{
  static const char *const codes[] = { "no-figures", "no-actuals", "no-target", "no-baseline",
                                       "reached",    "towards",    "no-nearer", "missed" };

  g_return_val_if_fail (state < G_N_ELEMENTS (codes), NULL);

  return codes[state];
}

/**
 * accord_benefit_standing_in_year:
 * @self: how a benefit stands
 * @year: a financial year, by its starting year
 *
 * Returns: (transfer none) (nullable): the last value that was measured in the year
 */
const AccordDatedValue *
accord_benefit_standing_in_year (const AccordBenefitStanding *self, int year)
{
  for (guint i = self->actuals->len; i > 0; i--)
    {
      const AccordDatedValue *value = self->actuals->pdata[i - 1];

      if (accord_financial_year_of_iso (value->date) == year)
        return value;
    }
  return NULL;
}

/**
 * accord_benefit_dup_value:
 * @self: a benefit
 * @value: a decimal number as it is kept
 *
 * Returns: (transfer full): the number with its unit: “1,250 bed days”
 */
char *
accord_benefit_dup_value (const AccordBenefitStanding *self, const char *value)
{
  g_autofree char *number = accord_decimal_dup_display (value);

  if (self->unit == NULL)
    return g_steal_pointer (&number);
  /* A unit of money stands where money has it. */
  if (g_str_has_prefix (self->unit, "£"))
    return g_strconcat (g_str_has_prefix (number, "−") ? "−£" : "£",
                        g_str_has_prefix (number, "−") ? number + strlen ("−") : number,
                        self->unit + strlen ("£"), NULL);
  return g_strdup_printf (g_str_has_prefix (self->unit, "%") ? "%s%s" : "%s %s", number, self->unit);
}

/**
 * accord_benefit_standing_dup_words:
 * @self: how a benefit stands
 *
 * Returns: (transfer full): its figures in a line: latest value and day, baseline, target and day
 */
char *
accord_benefit_standing_dup_words (const AccordBenefitStanding *self)
{
  g_autoptr (GString) words = g_string_new (accord_benefit_state_get_words (self->state));

  if (self->latest != NULL)
    {
      g_autofree char *value = accord_benefit_dup_value (self, self->latest->text);
      g_autofree char *date = accord_date_format (self->latest->date);

      g_string_append_printf (words, _ (": %s on %s"), value, date);
    }
  if (self->baseline != NULL)
    {
      g_autofree char *value = accord_benefit_dup_value (self, self->baseline);

      g_string_append_printf (words, _ ("; baseline %s"), value);
    }
  if (self->target != NULL)
    {
      g_autofree char *value = accord_benefit_dup_value (self, self->target);
      g_autofree char *date = self->target_date != NULL ? accord_date_format (self->target_date) : NULL;

      if (date != NULL)
        g_string_append_printf (words, _ ("; target %s by %s"), value, date);
      else
        g_string_append_printf (words, _ ("; target %s"), value);
    }
  return g_strdup (words->str);
}
