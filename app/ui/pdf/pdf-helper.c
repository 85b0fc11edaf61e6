/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-poppler.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/*
 * accord-pdf: the program that reads PDFs. A PDF comes from somebody else, and a library that reads one has
 * ended many a program; so it is read here, where a file can end nothing but the reading of itself. It is
 * told on its standard input, a socket, what is wanted, one question at a time, and ends when the window that
 * asked is gone.
 */
#define MOST_MEMORY ((rlim_t) 3 * 1024 * 1024 * 1024)
/* Who asked gives up sooner; this is for one whose window is gone while it thinks. In seconds. */
#define LONGEST_ANSWER 90

/* White paper that is made while nobody waits: most parts of pages that are asked for are as large as the
 * last. */
typedef struct
{
  AccordPdfPoppler *pdf;
  int paper;
  guchar *white;
  gsize paper_size;
} Reading;

static void
answer_fault (AccordPdfFault fault)
{
  const AccordPdfReply reply = { .fault = fault };

  accord_pdf_wire_send (STDIN_FILENO, &reply, sizeof reply, -1);
}

static void
answer_memory (int fd, guchar *memory, gsize size)
{
  const AccordPdfReply reply = { .fault = ACCORD_PDF_FAULT_NONE, .size = size };

  if (!accord_pdf_wire_seal (fd, memory, size))
    answer_fault (ACCORD_PDF_FAULT_FAILED);
  else
    accord_pdf_wire_send (STDIN_FILENO, &reply, sizeof reply, fd);
  close (fd);
}

static void
answer (GVariant *variant)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (variant);
  gsize size = g_variant_get_size (kept);
  guchar *memory = NULL;
  int fd = size > 0 ? accord_pdf_wire_create_memory (size, &memory) : -1;

  if (fd < 0)
    {
      answer_fault (size > 0 ? ACCORD_PDF_FAULT_FAILED : ACCORD_PDF_FAULT_NONE);
      return;
    }
  g_variant_store (kept, memory);
  answer_memory (fd, memory, size);
}

static void
open_file (Reading *self, const AccordPdfRequest *request, int fd)
{
  AccordPdfFault fault = ACCORD_PDF_FAULT_FAILED;

  if (self->pdf == NULL && fd >= 0)
    self->pdf = accord_pdf_poppler_open (fd, *request->words != '\0' ? request->words : NULL, &fault);
  answer_fault (fault);
}

static GVariant *
pack_pages (Reading *self)
{
  GVariantBuilder builder;
  guint n = accord_pdf_poppler_get_n_pages (self->pdf);

  g_variant_builder_init (&builder, ACCORD_PDF_PAGES_TYPE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = NULL;
      double width, height;

      accord_pdf_poppler_measure (self->pdf, i, &width, &height, &label);
      g_variant_builder_add (&builder, "(dds)", width, height, label != NULL ? label : "");
    }
  return g_variant_builder_end (&builder);
}

static void
drop_paper (Reading *self)
{
  if (self->paper < 0)
    return;
  munmap (self->white, self->paper_size);
  close (self->paper);
  self->paper = -1;
}

static gboolean
have_paper (Reading *self, gsize size)
{
  if (self->paper >= 0 && self->paper_size == size)
    return TRUE;
  drop_paper (self);
  self->paper = accord_pdf_wire_create_memory (size, &self->white);
  self->paper_size = size;
  if (self->paper >= 0)
    memset (self->white, 0xff, size);
  return self->paper >= 0;
}

static gboolean
is_sane (const AccordPdfRequest *request)
{
  return request->part.width > 0 && request->part.width <= ACCORD_PDF_MOST_SIDE && request->part.height > 0
         && request->part.height <= ACCORD_PDF_MOST_SIDE;
}

static void
render (Reading *self, const AccordPdfRequest *request)
{
  gsize size = 4 * (gsize) request->part.width * (gsize) request->part.height;
  const AccordPdfReply reply = { .fault = ACCORD_PDF_FAULT_NONE, .size = size };

  if (!is_sane (request) || !have_paper (self, size)
      || !accord_pdf_poppler_render (self->pdf, request->page, request->scale, &request->part, self->white)
      || !accord_pdf_wire_fix_size (self->paper))
    {
      answer_fault (ACCORD_PDF_FAULT_FAILED);
      drop_paper (self);
      return;
    }
  accord_pdf_wire_send (STDIN_FILENO, &reply, sizeof reply, self->paper);
  drop_paper (self);
  have_paper (self, size);
}

static void
serve (Reading *self, const AccordPdfRequest *request, int fd)
{
  g_autoptr (AccordPdfContent) content = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (request->command == ACCORD_PDF_COMMAND_OPEN)
    open_file (self, request, fd);
  else if (self->pdf == NULL)
    answer_fault (ACCORD_PDF_FAULT_FAILED);
  else if (request->command == ACCORD_PDF_COMMAND_PAGES)
    answer (pack_pages (self));
  else if (request->command == ACCORD_PDF_COMMAND_RENDER)
    render (self, request);
  else if (request->command == ACCORD_PDF_COMMAND_OUTLINE)
    answer (accord_pdf_wire_pack_outline (list = accord_pdf_poppler_read_outline (self->pdf)));
  else if (request->command == ACCORD_PDF_COMMAND_CONTENT)
    answer (
        accord_pdf_wire_pack_content (content = accord_pdf_poppler_read_content (self->pdf, request->page)));
  else if (request->command == ACCORD_PDF_COMMAND_FIND)
    answer (accord_pdf_wire_pack_hits (
        list = accord_pdf_poppler_find (self->pdf, request->page, request->words)));
}

static void
be_bounded (void)
{
  const struct rlimit memory = { MOST_MEMORY, MOST_MEMORY }, none = { 0, 0 };

#ifndef __SANITIZE_ADDRESS__
  setrlimit (RLIMIT_AS, &memory);
#else
  (void) memory;
#endif
  setrlimit (RLIMIT_CORE, &none);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int
main (int argc, char *argv[])
{
  Reading self = { .paper = -1 };
  AccordPdfRequest request;
  int fd;

  setlocale (LC_CTYPE, "");
  signal (SIGPIPE, SIG_IGN);
  be_bounded ();
  while (accord_pdf_wire_receive (STDIN_FILENO, &request, sizeof request, &fd) == sizeof request)
    {
      request.words[sizeof request.words - 1] = '\0';
      alarm (LONGEST_ANSWER);
      serve (&self, &request, fd);
      alarm (0);
      if (fd >= 0)
        close (fd);
    }
  g_clear_pointer (&self.pdf, accord_pdf_poppler_free);
  return 0;
}
