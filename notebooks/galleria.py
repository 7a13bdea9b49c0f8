# %% [markdown]
# # Galleria
#
# Jokainen kysymystapa ja sen kuva vierekkäin. Vasemmalla kysymys niin kuin se näkyy puhelimessa: kokeile
# vapaasti. Oikealla keksityn huoneen tulos. Kielen voi vaihtaa osoitteessa: `?language=sv` tai
# `?language=en`.

# %%
import verkostotyokalut as vt

# %% [markdown]
# ## Liukusäädin
#
# Väite ja asteikko yhdestä viiteen. Kuvassa profiili ja jokaisen kysymyksen vastaukset.

# %%
vt.Sample("ydinelementit")

# %% [markdown]
# ## Nyt ja toive samalla asteikolla
#
# Kaksi liukusäädintä: missä ollaan ja minne halutaan.

# %%
vt.Sample("kehittamisen-tapa")

# %% [markdown]
# ## Valinta, nyt ja toive
#
# Yksi vaihtoehdoista. Kuvassa portaat ja siirtymät.

# %%
vt.Sample("yhteistyon-syvyys")

# %% [markdown]
# ## Piste kolmiossa
#
# Paikka kolmen tavan välissä.

# %%
vt.Sample("kolmio")

# %% [markdown]
# ## Piste kahdella akselilla
#
# Todennäköisyys ja vaikutus, tai muu pari.

# %%
vt.Sample("riskit")

# %% [markdown]
# ## Paikka syklillä
#
# Missä vaiheessa verkosto on.

# %%
vt.Sample("verkoston-sykli")

# %% [markdown]
# ## Pisteäänet
#
# Muutama piste jaettavaksi vaihtoehdoille.

# %%
vt.Sample("tavoitteet")

# %% [markdown]
# ## Sata prosenttia jaettuna
#
# Kokonaisuus osiin, nyt ja toive.

# %%
vt.Sample("oppimisen-tavat")

# %% [markdown]
# ## Sovittu, kesken, sopimatta
#
# Mistä on sovittu ja mistä ei vielä.

# %%
vt.Sample("toimintatavat")

# %% [markdown]
# ## Lyhyt teksti
#
# Lappuja seinälle. Ohjaaja ryhmittelee, muut tykkäävät.

# %%
vt.Sample("pelisaannot")

# %% [markdown]
# ## Lappuja kuukausille
#
# Samat laput vuosikellolla.

# %%
vt.Sample("vuosikello")

# %% [markdown]
# ## Omia rivejä
#
# Osallistuja lisää omat verkostonsa.

# %%
vt.Sample("verkostosalkku")

# %% [markdown]
# ## Ryhmät rinnakkain
#
# Keksitty huone jakautuu ryhmiin, ja ohjaaja vertaa niitä. Merkki on mediaani ja jana sen 95 %:n väli:
# erosta puhutaan vasta, kun janat eivät kohtaa. Kahta pientä ryhmää ei näytetä, ettei kukaan paljastu.

# %%
vt.Sample("ydinelementit", beside="groups", people=36, most=3)

# %% [markdown]
# Jokaisella kysymystavalla on oma kuvansa ryhmistä.

# %%
vt.Sample("toimintatavat", beside="groups", people=36)

# %%
vt.Sample("yhdessa-tekeminen", beside="groups", people=36)

# %%
vt.Sample("riittava-tulos", beside="groups", people=36, most=1)

# %%
vt.Sample("verkoston-sykli", beside="groups", people=36)

# %%
vt.Sample("hyodyt", beside="groups", people=36, most=1)

# %%
vt.Sample("riskit", beside="groups", people=36, most=1)

# %%
vt.Sample("oppimisen-tavat", beside="groups", people=36, most=1)

# %%
vt.Sample("kolmio", beside="groups", people=36, most=1)

# %% [markdown]
# ## Kierrokset rinnakkain
#
# Samat ihmiset vastaavat kahdesti. Kuvassa näkyy, ketkä liikkuivat ja minne, ja milloin muutos on
# epävarma.

# %%
vt.Sample("ydinelementit", beside="rounds")
