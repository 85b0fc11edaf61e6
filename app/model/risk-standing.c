/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-standing.h"

#include <glib/gi18n-lib.h>

void
accord_risk_standing_free (AccordRiskStanding *self)
{
  g_free (self->name);
  g_free (self->owner);
  g_free (self);
}

static AccordRiskDirection
find_direction (gint64 previous, gint64 net)
{
  if (previous == ACCORD_UNKNOWN || net == ACCORD_UNKNOWN)
    return ACCORD_RISK_DIRECTION_UNKNOWN;
  if (net == previous)
    return ACCORD_RISK_STILL;
  return net < previous ? ACCORD_RISK_FALLING : ACCORD_RISK_RISING;
}

/**
 * accord_risk_standing_new:
 * @risk: a risk
 *
 * Returns: (transfer full): how it stands
 */
AccordRiskStanding *
accord_risk_standing_new (AccordRecord *risk)
{
  AccordRiskStanding *self = g_new0 (AccordRiskStanding, 1);

  self->risk = accord_record_get_id (risk);
  self->name = accord_record_dup_title (risk);
  self->owner = g_strdup (accord_record_get_text (risk, "owner"));
  self->gross = accord_record_get_int (risk, "gross");
  self->net = accord_record_get_int (risk, "net");
  self->target = accord_record_get_int (risk, "target");
  self->previous = accord_record_get_int (risk, "previous");
  self->closed = g_strcmp0 (accord_record_get_text (risk, "status"), "closed") == 0;
  self->direction = find_direction (self->previous, self->net);
  self->scored = self->gross != ACCORD_UNKNOWN || self->net != ACCORD_UNKNOWN
                 || self->target != ACCORD_UNKNOWN || self->previous != ACCORD_UNKNOWN;
  self->above_target =
      self->net != ACCORD_UNKNOWN && self->target != ACCORD_UNKNOWN && self->net > self->target;
  return self;
}

static int
compare_scores (gint64 one, gint64 other)
{
  /* ACCORD_UNKNOWN is the least of all numbers, so it comes last. */
  return one == other ? 0 : one > other ? -1 : 1;
}

/* What is open before what is closed, the worst first. */
static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const AccordRiskStanding *one = *(AccordRiskStanding *const *) a;
  const AccordRiskStanding *other = *(AccordRiskStanding *const *) b;
  int order = one->closed - other->closed;

  if (order == 0)
    order = compare_scores (one->net, other->net);
  if (order == 0)
    order = compare_scores (one->gross, other->gross);
  if (order == 0)
    order = other->scored - one->scored;
  return order != 0 ? order : (one->risk > other->risk) - (one->risk < other->risk);
}

static gboolean
take_risk (AccordRecord *risk, gpointer data, GError **error)
{
  g_ptr_array_add (data, accord_risk_standing_new (risk));
  return TRUE;
}

/**
 * accord_risk_standings:
 * @reader: a reader
 * @programme: identifier of a programme
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordRiskStanding): its risks, open ones first, by net score and
 *   then gross score, the worst first; %NULL on failure
 */
GPtrArray *
accord_risk_standings (AccordReader *reader, gint64 programme, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "risk");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) risks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_risk_standing_free);

  accord_query_add_number (query, accord_kind_find_field (kind, "programme"), ACCORD_OPERATOR_EQUAL,
                           programme);
  if (!accord_reader_walk (reader, query, take_risk, risks, error))
    return NULL;
  g_ptr_array_sort (risks, compare_standings);
  return g_steal_pointer (&risks);
}

/**
 * accord_risk_direction_get_words:
 * @direction: which way a risk goes
 *
 * Returns: (transfer none) (nullable): the same in a word, or %NULL where nobody knows
 */
const char *
accord_risk_direction_get_words (AccordRiskDirection direction)
{
  switch (direction)
    {
    case ACCORD_RISK_FALLING:
      return _ ("falling");
    case ACCORD_RISK_STILL:
      return _ ("unchanged");
    case ACCORD_RISK_RISING:
      return _ ("rising");
    case ACCORD_RISK_DIRECTION_UNKNOWN:
    default:
      return NULL;
    }
}

static void
append_net (GString *words, const AccordRiskStanding *self)
{
  if (self->net == ACCORD_UNKNOWN)
    g_string_append (words, _ ("net score not known"));
  else if (self->direction == ACCORD_RISK_DIRECTION_UNKNOWN)
    g_string_append_printf (words, _ ("net %d"), (int) self->net);
  else if (self->direction == ACCORD_RISK_STILL)
    g_string_append_printf (words, _ ("net %d, unchanged"), (int) self->net);
  else
    /* Translators: the score now, the score before, and “falling” or “rising”. */
    g_string_append_printf (words, _ ("net %d, was %d, %s"), (int) self->net, (int) self->previous,
                            accord_risk_direction_get_words (self->direction));
}

/**
 * accord_risk_standing_dup_words:
 * @self: how a risk stands
 * @with_gross: whether to begin with the gross score
 *
 * Returns: (transfer full): its scores in words: “gross 20, net 12, was 16, falling; target 8”
 */
char *
accord_risk_standing_dup_words (const AccordRiskStanding *self, gboolean with_gross)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (!self->scored)
    return g_strdup (_ ("not scored"));
  if (with_gross && self->gross != ACCORD_UNKNOWN)
    g_string_append_printf (words, _ ("gross %d, "), (int) self->gross);
  append_net (words, self);
  if (self->target != ACCORD_UNKNOWN)
    g_string_append_printf (words, _ ("; target %d"), (int) self->target);
  return g_strdup (words->str);
}
